package org.mailstation.daemon.mail;

import java.lang.reflect.AnnotatedElement;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** James repeats its scripts with other default languages of the Java machine; once is enough. */
final class OneLanguage implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String name = context.getElement().map(AnnotatedElement::toString).orElse("");
        return name.contains("ITALY") || name.contains("KOREA")
                ? ConditionEvaluationResult.disabled("the same script runs in English")
                : ConditionEvaluationResult.enabled("");
    }
}
