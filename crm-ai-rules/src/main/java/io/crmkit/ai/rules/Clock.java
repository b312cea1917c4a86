package io.crmkit.ai.rules;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day that was said.
 *
 * @param marked whether it can be nothing else: "17 hs", "5 pm", "9:30"
 * @param approximate whether they said "around"
 * @param core the first word of the number
 * @param from the first word, with "at"
 * @param to the word after the last
 */
record Clock(LocalTime time, boolean marked, boolean approximate, int core, int from, int to) {
    /** The time whose words begin here, with or without what leads to it; null if there is none. */
    static @Nullable Clock at(Reading reading, int from) {
        Hit lead = reading.hits().at(Meaning.CLOCK, from);
        int core = lead == null ? from : lead.to();
        Hit shift = reading.hits().at(Meaning.TO_HOUR, core);
        if (shift != null) {
            return shifted(reading, from, core, shift);
        }
        Numbers hour = Numbers.small(reading, core);
        if (hour == null
                || hour.whole() > 24
                || reading.words().at(core).plain().length() > 2
                        && reading.words().at(core).digits()) {
            return null;
        }
        return new Face(reading, lead, from, core, hour).read();
    }

    /** "Quarter to five", "half past three". */
    private static @Nullable Clock shifted(Reading reading, int from, int core, Hit shift) {
        Numbers hour = Numbers.small(reading, shift.to());
        if (hour == null || hour.whole() > 24) {
            return null;
        }
        Face face = new Face(reading, reading.hits().at(Meaning.CLOCK, from), from, core, hour);
        Clock full = face.read();
        LocalTime time = full == null ? null : full.time().plusMinutes(shift.number());
        return full == null || time == null ? null : new Clock(time, true, full.approximate(), core, from, full.to());
    }

    /** What follows an hour. */
    private static final class Face {
        private final Reading reading;
        private final Words words;
        private final Hits hits;
        private final @Nullable Hit lead;
        private final int from;
        private final int core;
        private int hour;
        private int minute;
        private int to;
        private boolean written;
        private boolean hours;
        private @Nullable Hit half;

        Face(Reading reading, @Nullable Hit lead, int from, int core, Numbers hour) {
            this.reading = reading;
            this.words = reading.words();
            this.hits = reading.hits();
            this.lead = lead;
            this.from = from;
            this.core = core;
            this.hour = hour.whole();
            this.to = hour.to();
        }

        @Nullable Clock read() {
            boolean padded = words.at(core).digits() && words.at(core).plain().startsWith("0");
            minutes();
            Hit unit = hits.at(Meaning.HOURS, to);
            if (unit != null && !written) {
                to = unit.to();
                hours = true;
                minutesAfterUnit();
            } else if (unit != null) {
                to = unit.to();
                hours = true;
            }
            boolean morning = dayHalf();
            boolean shifted = hits.at(Meaning.TO_HOUR, core) != null;
            if (minute > 59 || span(unit) || !shifted && !led() && !written && !hours && half == null) {
                return null;
            }
            boolean guess = half == null && !hours && !padded && hour >= 1 && hour <= (written ? 6 : 7);
            if (half != null && !morning && hour < 12 || guess) {
                hour += 12;
            } else if (half != null && morning && hour == 12) {
                hour = 0;
            }
            boolean around = hits.at(Meaning.AROUND, from) != null || hits.before(Meaning.AROUND, from) != null;
            return new Clock(LocalTime.of(hour % 24, minute), written || hours || half != null, around, core, from, to);
        }

        /** "Una hora", "two hours" is how long; nobody says so when without "at" or a number of the day's. */
        private boolean span(@Nullable Hit unit) {
            return lead == null
                    && unit != null
                    && half == null
                    && words.at(unit.from()).plain().length() > 2
                    && (!words.at(core).digits() || hour < 6);
        }

        /** AM or PM; true for the morning. */
        private boolean dayHalf() {
            Hit am = hits.at(Meaning.AM, to);
            Hit pm = hits.at(Meaning.PM, to);
            half = am == null ? pm : am;
            if (half != null) {
                boolean midnight =
                        am == null && hour == 12 && words.at(half.to() - 1).is("noche");
                to = half.to();
                return am != null || midnight;
            }
            return false;
        }

        private void minutes() {
            boolean sign = words.at(to).is(":") || words.at(to).is(".") && dotted();
            if (sign && words.joined(to) && words.joined(to + 1) && twoDigits(to + 1)) {
                minute = Integer.parseInt(words.at(to + 1).plain());
                to += 2;
                written = true;
                return;
            }
            Hit said = hits.at(Meaning.MINUTES, to);
            if (said != null && (lead != null || reading.language() != Language.EN)) {
                int shift = said.number();
                minute = shift < 0 ? 60 + shift : shift;
                hour = shift < 0 ? (hour + 23) % 24 : hour;
                to = said.to();
            }
        }

        private boolean dotted() {
            return lead != null
                    || hits.at(Meaning.HOURS, to + 2) != null
                    || hits.at(Meaning.AM, to + 2) != null
                    || hits.at(Meaning.PM, to + 2) != null;
        }

        private void minutesAfterUnit() {
            if (words.joined(to) && twoDigits(to)) {
                minute = Integer.parseInt(words.at(to).plain());
                to++;
                written = true;
            } else {
                Hit said = hits.at(Meaning.MINUTES, to);
                if (said != null && said.number() > 0) {
                    minute = said.number();
                    to = said.to();
                }
            }
        }

        private boolean twoDigits(int at) {
            return words.at(at).digits() && words.at(at).plain().length() == 2;
        }

        /** A bare number is an hour after "at"; after the article alone only if nothing counted follows. */
        private boolean led() {
            if (lead == null) {
                return false;
            }
            Word next = words.at(to);
            boolean unit = hits.at(Meaning.UNIT, to) != null
                    || hits.at(Meaning.CURRENCY, to) != null
                    || hits.at(Meaning.TIMES, to) != null
                    || next.is("%")
                    || next.is("/")
                    || words.joined(to)
                            && (next.is(".")
                                            && words.joined(to + 1)
                                            && words.at(to + 1).digits()
                                    || next.digits());
            return !unit && (!next.letters() || Language.common(next.plain()) || hits.anything(to));
        }
    }
}
