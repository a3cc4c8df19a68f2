package org.mailstation.desktop.view.parts;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The small signs beside words. They only accompany: what they say is always written too. */
public final class Icons {

    /** What a sign stands for. */
    public enum Sign {
        WRONG(MaterialDesignA.ALERT_CIRCLE),
        WARNING(MaterialDesignA.ALERT),
        DONE(MaterialDesignC.CHECK_CIRCLE),
        INFORMATION(MaterialDesignI.INFORMATION),
        CHANGE(MaterialDesignA.ARROW_RIGHT_CIRCLE),
        EFFECT(MaterialDesignA.ARROW_RIGHT),
        SHOW(MaterialDesignE.EYE),
        HIDE(MaterialDesignE.EYE_OFF),
        GENERATE(MaterialDesignD.DICE_MULTIPLE),
        COPY(MaterialDesignC.CONTENT_COPY),
        OPEN(MaterialDesignF.FOLDER_OPEN),
        REFRESH(MaterialDesignR.REFRESH),
        STOP(MaterialDesignC.CLOSE_CIRCLE_OUTLINE),
        KEY(MaterialDesignK.KEY_VARIANT),
        STATION(MaterialDesignN.NAS),
        SENDER(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE),
        PROVIDER(MaterialDesignE.EARTH),
        ROUTER(MaterialDesignR.ROUTER_WIRELESS),
        DAEMON(MaterialDesignE.EMAIL_SYNC_OUTLINE),
        MAILBOX(MaterialDesignM.MAILBOX_OPEN_OUTLINE),
        DNS(MaterialDesignS.SIGN_DIRECTION),
        DDNS(MaterialDesignU.UPDATE),
        LETTER(MaterialDesignE.EMAIL),
        FIX(MaterialDesignW.WRENCH),
        REPORT(MaterialDesignF.FILE_DOCUMENT_OUTLINE),
        SAVE(MaterialDesignC.CONTENT_SAVE_OUTLINE),
        ADD(MaterialDesignP.PLUS),
        REMOVE(MaterialDesignT.TRASH_CAN_OUTLINE),
        UNDO(MaterialDesignU.UNDO),
        SEARCH(MaterialDesignM.MAGNIFY),
        CLOCK(MaterialDesignC.CLOCK_OUTLINE);

        private final Ikon ikon;

        Sign(Ikon ikon) {
            this.ikon = ikon;
        }
    }

    private Icons() {}

    /** A fresh node; a node can be in one place only. */
    public static FontIcon of(Sign sign) {
        FontIcon icon = new FontIcon(sign.ikon);
        icon.getStyleClass().add("sign-" + sign.name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }
}
