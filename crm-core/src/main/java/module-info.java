/** The CRM inside other applications: domain, use cases and ports. */
module io.crmkit.core {
    requires static transitive org.jspecify;
    requires transitive io.crmkit.ai.spi;
    requires org.slf4j;
    requires com.google.i18n.phonenumbers.libphonenumber;

    exports io.crmkit;
    exports io.crmkit.analytics;
    exports io.crmkit.appointment;
    exports io.crmkit.assist;
    exports io.crmkit.audit;
    exports io.crmkit.bulk;
    exports io.crmkit.capture;
    exports io.crmkit.consent;
    exports io.crmkit.contact;
    exports io.crmkit.desk;
    exports io.crmkit.dossier;
    exports io.crmkit.due;
    exports io.crmkit.duplicate;
    exports io.crmkit.event;
    exports io.crmkit.insight;
    exports io.crmkit.interaction;
    exports io.crmkit.masking;
    exports io.crmkit.membership;
    exports io.crmkit.memory;
    exports io.crmkit.merge;
    exports io.crmkit.move;
    exports io.crmkit.outreach;
    exports io.crmkit.privacy;
    exports io.crmkit.profile;
    exports io.crmkit.request;
    exports io.crmkit.report;
    exports io.crmkit.rights;
    exports io.crmkit.rotation;
    exports io.crmkit.search;
    exports io.crmkit.segment;
    exports io.crmkit.tenant;
}
