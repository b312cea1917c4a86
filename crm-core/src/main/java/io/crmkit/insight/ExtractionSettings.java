package io.crmkit.insight;

import io.crmkit.ai.BusinessContext;
import io.crmkit.ai.FactType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a tenant lets be read out of its conversations.
 *
 * @param business what the business offers and who works there
 * @param mayLeaveHost whether text of messages may be sent to an extractor outside the host application
 * @param wanted the types of fact that are looked for; health and identity numbers only if named here
 * @param dailyTokens the most that models may be sent and answer in a day
 * @since 0.1
 */
public record ExtractionSettings(
        BusinessContext business, boolean mayLeaveHost, Set<FactType> wanted, long dailyTokens) {
    private static final Set<FactType> ORDINARY = EnumSet.complementOf(EnumSet.of(FactType.HEALTH, FactType.ID_NUMBER));

    /** Everything but health and identity numbers, nothing leaves the host; no catalogue, Argentina. */
    public static final ExtractionSettings DEFAULT = new ExtractionSettings(
            new BusinessContext("AR", "", "ARS", List.of(), List.of(), List.of(), List.of(), "none"),
            false,
            ORDINARY,
            1_000_000);

    public ExtractionSettings {
        wanted = Set.copyOf(wanted);
    }

    public ExtractionSettings with(BusinessContext other) {
        return new ExtractionSettings(other, mayLeaveHost, wanted, dailyTokens);
    }

    /** The same, where text may leave the host. */
    public ExtractionSettings leavingHost() {
        return new ExtractionSettings(business, true, wanted, dailyTokens);
    }

    public ExtractionSettings withDailyTokens(long most) {
        return new ExtractionSettings(business, mayLeaveHost, wanted, most);
    }
}
