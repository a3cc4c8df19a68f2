package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Lines;
import org.mailstation.desktop.flow.Proof.Part;
import org.mailstation.desktop.login.LoginAnswer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

class ProofTest {

    private final Traveller who = new Traveller();
    private final List<String> tried = new ArrayList<>();
    private final List<Part> lit = new ArrayList<>();
    private LoginAnswer answer = new LoginAnswer.SignedIn(3);
    private Proof proof;

    @BeforeEach
    void signIn() {
        who.toHome();
        who.nas.station.letterAnswers = _ -> Lines.letterArrived();
        proof =
                new Proof(
                        who.flow.session(),
                        who.background,
                        (host, port, key, user, password, _) -> {
                            tried.add(host + ":" + port + " " + user + " " + password.reveal());
                            return answer;
                        },
                        new HandTimer());
        proof.listen(
                view -> {
                    Part now = view.current();
                    if (now != null && !lit.contains(now)) {
                        lit.add(now);
                    }
                });
        proof.open();
        rest();
    }

    private Proof.View rest() {
        who.background.until(() -> !proof.view().activity().running());
        return proof.view();
    }

    private Finding login() {
        return Objects.requireNonNull(proof.view().found().get(Part.LOGIN)).getFirst();
    }

    @Test
    void each_hop_lights_up_in_turn_and_the_password_just_set_is_used() {
        assertThat(proof.view().knowsPassword()).isTrue();
        proof.run(new Secret(""));
        assertThat(rest().found()).containsOnlyKeys(Part.values());
        assertThat(lit).containsExactly(Part.values());
        assertThat(tried).containsExactly("nas:993 alex@example.org " + Traveller.PASSWORD);
        assertThat(login().verdict()).isEqualTo(Verdict.PASS);
        assertThat(who.nas.station.letters)
                .singleElement()
                .satisfies(one -> assertThat(one.to()).isEqualTo("alex@example.org"));
    }

    static List<LoginAnswer> failures() {
        return List.of(
                new LoginAnswer.Refused("NO"),
                new LoginAnswer.Stranger(),
                new LoginAnswer.NoWay("refused"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_login_that_fails_says_why_and_never_the_password(LoginAnswer failure) {
        answer = failure;
        proof.run(new Secret("typed-By-7-hand"));
        rest();
        assertThat(tried).containsExactly("nas:993 alex@example.org typed-By-7-hand");
        assertThat(login().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(login().sentence().words()).isNotBlank().doesNotContain("typed-By");
    }

    @Test
    void what_fails_in_between_ends_the_proof_with_a_reason() {
        who.nas.station.dead =
                new org.mailstation.desktop.remote.StationFailure.NoAnswer("nas", 20);
        proof.run(new Secret(""));
        rest();
        assertThat(proof.view().activity()).isInstanceOf(Activity.Failed.class);
        assertThat(proof.view().found()).isEmpty();
    }
}
