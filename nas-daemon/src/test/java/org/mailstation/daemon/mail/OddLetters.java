package org.mailstation.daemon.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Letters as they come in from the world: ordinary ones, rare ones, and broken ones. Of headers
 * beyond ASCII James shows question marks, so that there are none here.
 */
final class OddLetters {
    private static final String PLAIN =
            """
            From: Bob <bob@away.test>
            To: "Anna \\"A\\" Berg" <anna@home.test>, undisclosed: ;
            Cc: friends: c@d.test, "D. E." <d@e.test>; , <@relay.test,@b.test:x@y.test>
            Subject:   Two  blanks and a tab\t
            Date: Thu, 1 Jan 2026 10:00:00 +0100
            Message-ID: <1@away.test>
            In-Reply-To: <0@away.test>
            References: <a@away.test>
             <b@away.test>
            Subject: a second one
            X-Empty:
            X-Blank:\s
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8; format="flowed"
            Content-Transfer-Encoding: 8bit
            Content-Language: de, en
            Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==
            Content-Location: http://away.test/x
            Content-Disposition: inline; filename*0="long "; filename*1="name.txt"

            Hello,
            anna
            """;

    private static final String NESTED =
            """
            From: bob@away.test
            Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
            Content-Type: multipart/mixed; boundary="out;er"

            preamble
            --out;er
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset*=us-ascii'en'utf-8

            text
            --inner
            Content-Type: text/html
            Content-ID: <part@away.test>
            Content-Description: the "same" again

            <p>text
            --inner--
            --out;er
            Content-Type: message/rfc822
            Content-Disposition: attachment; filename*=UTF-8''na%C3%AFve.eml

            From: "Carl" <carl@away.test>
            Subject: inner letter
            Content-Type: multipart/related; boundary=x

            --x
            Content-Type: image/png; name="p\\"q.png"
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --x--
            --out;er
            Content-Type: application/octet-stream
            Content-Transfer-Encoding: BASE64

            AAAA
            --out;er--
            epilogue
            """;

    private static final List<String> MORE =
            List.of(
                    "",
                    "\n",
                    "Subject: no end",
                    "Subject: no empty line\n",
                    "\nonly a body\n",
                    "Subject : blank before the colon\nFrom:bob@away.test\n\nx",
                    " begins with a fold\nSubject: x\n\nx\n",
                    "From bob@away.test Thu Jan  1 10:00:00 2026\nSubject: mbox\n\nx\n",
                    "no colon here\nSubject: x\n\nx\n",
                    "Subject: x\nFrom: <a@b.test>\n\n\u00e4\n",
                    "Subject: a\u0000b\u000b\u007f\nTo: ,,<>,@,a@b@c\n\nx\n",
                    "Subj(comment)ect: x\nS\"u\": y\n(Subject): z\n\nx\n",
                    "Subject:\n folded at once\n\t\n  and blank\nTo:\n\nx\n",
                    "Content-Type: multipart/mixed\n\n--x\n\nno boundary\n--x--\n",
                    "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nno end\n",
                    "Content-Type: multipart/mixed; boundary=x\n\nno part\n",
                    "Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: in\n\nx\n--x--\n",
                    "Content-Type: text/pl\"ain; a=b; ;c\n\nx\n",
                    "Content-Type: ;\nContent-Transfer-Encoding: \"7bit\n\nx\n",
                    "Content-Type: message/rfc822\n\nSubject: in\nFrom: a@b.test\n\nx\ny\n",
                    "Content-Type: message/rfc822\n\n",
                    "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeAoKeQo=\n",
                    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n",
                    "Content-Type: APPLICATION/Zip\nContent-Disposition: attachment\n\nPK\n",
                    "Subject: one\nSubject: two\nsubject: three\nTo: a@b.test\nTo: c@d.test\n\nx",
                    "Date: not a date\nSender: <>\nReply-To:  \nFrom: \n\nx\n",
                    "X-Long: " + "0123456789 ".repeat(1600) + "\nSubject: after 16 kB\n\nx\n",
                    "Subject: long" + "\n  folded".repeat(100) + "\n\nx\n");

    private OddLetters() {}

    /** One that has so many octets, some of its lines without a carriage return. */
    static byte[] ofSize(int octets) {
        byte[] letter = new byte[octets];
        Arrays.fill(letter, (byte) 'x');
        byte[] header = "Subject: long\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(header, 0, letter, 0, header.length);
        for (int end = 100; end < octets; end += 70) {
            letter[end] = '\n';
            letter[end - 1] = (byte) (end % 3 == 0 ? 'x' : '\r');
        }
        return letter;
    }

    /** All, with CRLF and some of them with LF, and mutations of them from a fixed seed. */
    static List<byte[]> all(int mutations) {
        List<byte[]> all = new ArrayList<>();
        List<String> texts = new ArrayList<>(MORE);
        texts.add(PLAIN);
        texts.add(NESTED);
        for (String text : texts) {
            all.add(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        all.add(PLAIN.getBytes(StandardCharsets.ISO_8859_1));
        all.add(NESTED.replace("\n", "\r").getBytes(StandardCharsets.ISO_8859_1));
        Random random = new Random(20_260_101);
        int originals = all.size();
        for (int i = 0; i < mutations; i++) {
            boolean rich = i % 2 == 0;
            int which = rich ? originals - 4 + random.nextInt(3) : random.nextInt(originals);
            all.add(mutated(all.get(which), random));
        }
        return all;
    }

    private static byte[] mutated(byte[] letter, Random random) {
        byte[] result = letter;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(result.length + 1);
            int to = Math.min(result.length, from + random.nextInt(4));
            String[] seeds = {"\r\n", "\n", "\r", "\"", ";", ":", " ", "\t", "(", "--", ",", "="};
            byte[] put = seeds[random.nextInt(seeds.length)].getBytes(StandardCharsets.ISO_8859_1);
            byte[] next = Arrays.copyOf(result, from + put.length + result.length - to);
            System.arraycopy(put, 0, next, from, put.length);
            System.arraycopy(result, to, next, from + put.length, result.length - to);
            result = next;
        }
        return result;
    }
}
