package io.crmkit.whatsapp;

import io.crmkit.outreach.Verdict;
import io.crmkit.outreach.Verdict.Advice;
import io.crmkit.outreach.Verdict.OptedOut;
import io.crmkit.outreach.Verdict.Refused;
import io.crmkit.outreach.Verdict.RetryAfter;
import io.crmkit.outreach.Verdict.Stop;
import io.crmkit.outreach.Verdict.Unknown;
import java.time.Duration;

/** What to do about each error code of the platform. Decided by the code alone, since titles change. */
final class Ruling {
    static final int PAIR_RATE = 131056;
    static final int OPTED_OUT = 131050;

    private static final Duration MAINTENANCE = Duration.ofMinutes(2);

    /** Stands for longer each time. */
    static final Duration BACK_OFF = Duration.ZERO;

    private Ruling() {}

    /** @param status of HTTP, which decides where the code is not known */
    static Verdict of(int code, int status) {
        return switch (code) {
            case 131047 -> new Refused(code, Advice.USE_TEMPLATE);
            case 131021, 131026, 131030, 137000 -> new Refused(code, Advice.CHECK_ADDRESS);
            case 131062 -> new Refused(code, Advice.NEED_PHONE);
            case 131049 -> new Refused(code, Advice.TRY_TOMORROW);
            case 130472 -> new Refused(code, Advice.GIVE_UP);
            case OPTED_OUT -> new OptedOut(code);
            case PAIR_RATE -> new RetryAfter(BACK_OFF, false, code);
            case 130429, 80007, 4 -> new RetryAfter(BACK_OFF, true, code);
            case 131000, 131016, 133004, 2 -> new RetryAfter(BACK_OFF, false, code);
            case 131057 -> new RetryAfter(MAINTENANCE, true, code);
            case 131048, 131031, 368, 130497, 131042, 131045, 133010 -> new Stop(code);
            case 0, 3, 10, 190, 131005 -> new Stop(code);
            case 100, 131008, 131009, 131051, 131052, 131053 -> new Refused(code, Advice.FIX_MESSAGE);
            default -> others(code, status);
        };
    }

    private static Verdict others(int code, int status) {
        if (code >= 200 && code <= 299) {
            return new Stop(code);
        } else if (code >= 132000 && code <= 132999) {
            return new Refused(code, Advice.FIX_MESSAGE);
        }
        // It may have gone wrong after the message was taken.
        return status >= 500 ? new Unknown() : new Refused(code, Advice.GIVE_UP);
    }

    /** Where the answer names no error. */
    static Verdict of(int status) {
        return switch (status) {
            case 401, 403 -> new Stop(0);
            case 429 -> new RetryAfter(BACK_OFF, true, 0);
            default -> status >= 400 && status < 500 ? new Refused(0, Advice.GIVE_UP) : new Unknown();
        };
    }
}
