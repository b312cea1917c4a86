package io.crmkit.spring;

import io.crmkit.CrmException;
import io.crmkit.StorageUnavailable;
import io.crmkit.jpa.SchemaProblem;
import io.crmkit.jpa.StorageFailure;
import io.crmkit.jpa.UnencryptedConnection;
import io.crmkit.jpa.UnusableKeyset;
import io.crmkit.privacy.WrongKey;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about whatever keeps CRM Kit from starting. */
final class CrmFailureAnalyzer extends AbstractFailureAnalyzer<CrmException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, CrmException cause) {
        return new FailureAnalysis(cause.getMessage(), action(cause), cause);
    }

    private static String action(CrmException cause) {
        if (cause instanceof MissingSetting missing) {
            return missing.action();
        } else if (cause instanceof SchemaProblem) {
            return "Let crm.schema.mode=create apply the scripts, or apply those under crm/jpa/schema/ in crm-jpa's jar"
                    + " with a role that may, before this application starts. An older version than the tables' cannot"
                    + " be started.";
        } else if (cause instanceof UnencryptedConnection) {
            return "Add sslmode=verify-full to spring.datasource.url. Only where something else guards the way, as between"
                    + " containers of one machine, set crm.connection.unencrypted=true. Nothing was written.";
        } else if (cause instanceof WrongKey) {
            return "Point crm.keys.file to the keyset the database was created with. Nothing was written.";
        } else if (cause instanceof UnusableKeyset) {
            return "Point crm.keys.file to a keyset file this process may read. Only where nothing has been sealed yet,"
                    + " crm.keys.create=true makes a new one.";
        } else if (cause instanceof StorageFailure || cause instanceof StorageUnavailable) {
            return "Check spring.datasource.url, user and password, that the database is up, and that its user may use"
                    + " the tables crm_...; crm.schema.mode=create also needs to create them.";
        }
        return "See docs/spring-boot.md of CRM Kit.";
    }
}
