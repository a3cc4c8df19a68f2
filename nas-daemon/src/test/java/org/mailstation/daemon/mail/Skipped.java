package org.mailstation.daemon.mail;

import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests of James that are left out, each with the reason, which the test report shows. */
abstract class Skipped implements ExecutionCondition {
    private final Map<String, String> reasons;

    Skipped(Map<String, String> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String reason = context.getTestMethod().map(Method::getName).map(reasons::get).orElse(null);
        return reason == null
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled(reason);
    }
}
