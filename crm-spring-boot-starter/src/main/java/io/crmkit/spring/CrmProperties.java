package io.crmkit.spring;

import io.crmkit.jpa.SchemaMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code crm}.
 *
 * @param enabled Whether CRM Kit is configured at all.
 * @param tenants Settings that differ for a tenant, by its id. What is not said here is taken from crm.settings.
 */
@ConfigurationProperties("crm")
record CrmProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Schema schema,
        @DefaultValue Connection connection,
        @DefaultValue Keys keys,
        @DefaultValue DueWork dueWork,
        @DefaultValue Extraction extraction,
        @DefaultValue Catalogue catalogue,
        @NestedConfigurationProperty @DefaultValue Settings settings,
        @DefaultValue Map<String, Settings> tenants) {

    /**
     * The tables.
     *
     * @param mode What to do about the tables at the start. By default they are created in an embedded database in
     *     memory and validated in any other.
     */
    record Schema(@Nullable SchemaMode mode) {}

    /**
     * The way to the database.
     *
     * @param unencrypted Whether a connection to a database on another machine may be unencrypted, because something
     *     else guards the way to it.
     */
    record Connection(@DefaultValue("false") boolean unencrypted) {}

    /**
     * The root key.
     *
     * @param file The keyset file everything personal is sealed with. Needed unless the database is embedded and in
     *     memory or there is a KeyService bean.
     * @param create Whether to make the file if it is not there, for a first start.
     */
    record Keys(@Nullable Path file, @DefaultValue("false") boolean create) {}

    /**
     * Work in the background.
     *
     * @param enabled Whether this application does due work in the background, from start to stop. At least one node
     *     has to.
     */
    record DueWork(@DefaultValue("true") boolean enabled) {}

    /**
     * What is read out of conversations.
     *
     * @param rules Whether the offline rules read messages, in Spanish, Portuguese and English.
     * @param mayLeaveHost Whether the text of messages may be sent to an extractor outside this application.
     * @param dailyTokens The most that models may be sent and answer in a day, for each tenant.
     */
    record Extraction(
            @DefaultValue("true") boolean rules,
            @DefaultValue("false") boolean mayLeaveHost,
            @DefaultValue("1000000") long dailyTokens) {}

    /**
     * What the business offers, so that it is recognised in messages.
     *
     * @param areaCode The area code of phone numbers written without one.
     * @param services What customers call each service, by the business's own code for it.
     * @param staff Names of those who work there.
     * @param branches Names of its branches.
     * @param insurers Names of the insurers it works with.
     */
    record Catalogue(
            @DefaultValue("") String areaCode,
            @DefaultValue Map<String, List<String>> services,
            @DefaultValue List<String> staff,
            @DefaultValue List<String> branches,
            @DefaultValue List<String> insurers) {}
}
