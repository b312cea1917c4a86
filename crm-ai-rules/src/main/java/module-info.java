/** The offline deterministic extractor. */
module io.crmkit.ai.rules {
    requires transitive io.crmkit.ai.spi;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static org.jspecify;

    exports io.crmkit.ai.rules;
}
