package io.crmkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactSummary;
import io.crmkit.contact.Identifier;
import io.crmkit.contact.Scheme;
import io.crmkit.contact.Tag;
import io.crmkit.export.CsvImport.BadRow;
import io.crmkit.export.CsvImport.Report;
import io.crmkit.memory.InMemoryStorage;
import io.crmkit.privacy.Actor;
import io.crmkit.tenant.TenantId;
import io.crmkit.testkit.Requirement;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("EXP-5")
class CsvImportTest {
    private final CrmSession clinic =
            Crm.create(new InMemoryStorage()).build().as(Actor.system(TenantId.of("clinica-norte")));
    private final List<BadRow> bad = new ArrayList<>();

    private Report imported(String file) throws IOException {
        return new CsvImport(clinic, CsvColumns.standard()).run(new StringReader(file), false, bad::add);
    }

    private List<ContactSummary> contacts() {
        return clinic.contacts(null, 1_000).items();
    }

    @Test
    void columnsAreKnownByTheirHeadingsInAnyLanguageAndSeparator() throws IOException {
        assertThat(imported(
                        "\uFEFFNombre;Teléfono;CORREO;Otra;Etiquetas\nAna;011 15 5000-0001;a@example.org;x;vip, new\n"))
                .isEqualTo(new Report(1, 0, 0, 0));
        assertThat(imported("name,phone\nBruno,+34 600 000 002\n")).isEqualTo(new Report(1, 0, 0, 0));
        ContactSummary ana = contacts().stream()
                .filter(c -> c.contact().displayName().filter("Ana"::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(ana.contact().identifiers())
                .containsExactly(Identifier.phone("+5491150000001"), Identifier.email("a@example.org"));
        assertThat(ana.tags()).containsExactlyInAnyOrder(Tag.of("vip"), Tag.of("new"));
        assertThat(bad).isEmpty();
    }

    @Test
    void aColumnOfAnotherSystemsIdsIsMapped() throws IOException {
        Scheme old = new Scheme("old_crm");
        CsvColumns columns = CsvColumns.standard().with(new CsvColumns.Id(old, "north"), "Customer No");
        new CsvImport(clinic, columns).run(new StringReader("customer no,name\n77,Carla\n"), false, bad::add);
        assertThat(contacts()).hasSize(1);
        assertThat(contacts().get(0).contact().identifiers()).containsExactly(new Identifier(old, "north", "77"));
    }

    @Test
    void eachBadRowIsToldWithItsLineAndTheOthersAreTakenOver() throws IOException {
        Report report = imported("""
                name,phone,email
                Ana,+34 600 000 001,

                "Bruno
                in two lines",+34 600 000 002,
                Odd,no number,
                Nobody,,
                Carla,,c@example.org
                Mixed,+34 600 000 001,c@example.org
                """);
        assertThat(report).isEqualTo(new Report(3, 0, 0, 3));
        assertThat(bad).extracting(BadRow::line).containsExactly(6L, 7L, 9L);
        assertThat(bad).extracting(BadRow::reason).noneMatch(reason -> reason.contains("600"));
        assertThat(contacts()).hasSize(3);
    }

    @Test
    void whatIsNoCsvAnyMoreEndsTheImportAndKeepsWhatCameBefore() throws IOException {
        Report report = imported("name,phone\nAna,+34 600 000 001\nBruno,\"+34 600\n");
        assertThat(report).isEqualTo(new Report(1, 0, 0, 1));
        assertThat(bad).extracting(BadRow::line).containsExactly(3L);
    }

    @Test
    void theGuardAgainstFormulasIsTakenOff() throws IOException {
        imported("name,phone\n'=Ana,'+34 600 000 001\n'Bruno,+34 600 000 002\n");
        assertThat(contacts())
                .extracting(c -> c.contact().displayName().orElseThrow())
                .containsExactlyInAnyOrder("=Ana", "'Bruno");
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        String file = "name,phone\nAna,+34 600 000 001\nBruno,+34 600 000 002\nAna,+34600000001\n";
        assertThat(imported(file)).isEqualTo(new Report(2, 0, 1, 0));
        List<ContactSummary> before = contacts();
        assertThat(imported(file)).isEqualTo(new Report(0, 0, 3, 0));
        assertThat(contacts()).isEqualTo(before);
    }

    @Test
    void aFileWithoutAKnownColumnIsRefused() {
        assertThatThrownBy(() -> imported("a,b\n1,2\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> imported("")).isInstanceOf(IOException.class);
    }
}
