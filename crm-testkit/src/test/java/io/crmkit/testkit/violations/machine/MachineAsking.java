package io.crmkit.testkit.violations.machine;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

class MachineAsking {
    Object instant() {
        return Instant.now();
    }

    Supplier<Instant> instantByReference() {
        return Instant::now;
    }

    Object date(ZoneId zone) {
        return LocalDate.now(zone);
    }

    Object time() {
        return LocalTime.now();
    }

    Object zonedTime() {
        return ZonedDateTime.now();
    }

    Object millis() {
        return System.currentTimeMillis();
    }

    Object oldDate() {
        return new Date();
    }

    Object systemClock() {
        return Clock.systemUTC();
    }

    Object tickingClock(ZoneId zone) {
        return Clock.tickMillis(zone);
    }

    Object uuid() {
        return UUID.randomUUID();
    }

    Object mathRandom() {
        return Math.random();
    }

    Object unseeded() {
        return new Random();
    }

    Object secure() {
        return new SecureRandom();
    }

    Object ofThread() {
        return ThreadLocalRandom.current();
    }
}
