/** The port to whatever reads facts out of conversations. */
module io.crmkit.ai.spi {
    requires static transitive org.jspecify;

    exports io.crmkit.ai;
}
