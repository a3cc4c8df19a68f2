package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssuerTest {

    private static final String OF_AN_AUTHORITY =
            """
            -----BEGIN CERTIFICATE-----
            MIIBvDCCAWOgAwIBAgIUPIBY4ekndxSQjDWpk60+KrquarYwCgYIKoZIzj0EAwIw
            MzELMAkGA1UEBhMCVVMxFjAUBgNVBAoMDUV4YW1wbGUgVHJ1c3QxDDAKBgNVBAMM
            A1I0MjAgFw0yNjExMjgwNzA5NTJaGA8yMTI2MTEwNDA3MDk1MlowMzELMAkGA1UE
            BhMCVVMxFjAUBgNVBAoMDUV4YW1wbGUgVHJ1c3QxDDAKBgNVBAMMA1I0MjBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABPrat8XZX+dzPYMk17O30D/6Z/t24KBN8/FM
            AwIcMRvX/epm5wzmj1JXPEEL+i5IUubMZUiavNbVY2lzcz0km5mjUzBRMB0GA1Ud
            DgQWBBT9chLkoxWTkp8+k0+c0LevdHb9IzAfBgNVHSMEGDAWgBT9chLkoxWTkp8+
            k0+c0LevdHb9IzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIHpQ
            duNgQFJ8fGbsZQMPx1r9RiU9xm6VTJxJ0euSuBumAiAz/rxCT9TyjihUvYlhj1Z2
            mNlsFu2leoISd/ETiz9u0w==
            -----END CERTIFICATE-----
            """;

    private static final String WITH_A_NAME_ONLY =
            """
            -----BEGIN CERTIFICATE-----
            MIIBjDCCATOgAwIBAgIUbkBGSNGnl01pFJ8p6g63GmX/SVowCgYIKoZIzj0EAwIw
            GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLm9yZzAgFw0yNjExMjgwNzA5NTJaGA8y
            MTI2MTEwNDA3MDk1MlowGzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLm9yZzBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABBlGZ0sQ72TQ6htJN6at3EqjhmHWLKAP9DzE
            V0F5cWAW2V1BiWFWgpquFB8rw2T1iz8+utk/by2SspTb0DOi6EqjUzBRMB0GA1Ud
            DgQWBBR1LA+Tg/VkOLQVCKTrP+SqqMnVdDAfBgNVHSMEGDAWgBR1LA+Tg/VkOLQV
            CKTrP+SqqMnVdDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIEGg
            zJr4fzgOYXDbI2j84gjpA9Wcl0hzfZhT6XeoLk4dAiAo1oETz3ti/i/d05S6xZij
            YMlHCFIAI090/5X9mJkXYQ==
            -----END CERTIFICATE-----
            """;

    @Test
    void the_organisation_comes_first() {
        assertThat(Issuer.of(OF_AN_AUTHORITY)).isEqualTo("Example Trust, R42");
        assertThat(Issuer.of(WITH_A_NAME_ONLY)).isEqualTo("mail.example.org");
    }

    @Test
    void what_cannot_be_read_has_no_issuer() {
        assertThat(Issuer.of("")).isEmpty();
        assertThat(Issuer.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))
                .isEmpty();
    }
}
