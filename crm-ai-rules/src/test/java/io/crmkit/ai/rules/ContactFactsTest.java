package io.crmkit.ai.rules;

import static io.crmkit.ai.FactType.EMAIL;
import static io.crmkit.ai.FactType.PERSON_NAME;
import static io.crmkit.ai.FactType.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.ai.FactCandidate;
import io.crmkit.ai.Polarity;
import io.crmkit.ai.Subject;
import io.crmkit.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("EXT-1")
class ContactFactsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "escribime a Ana.Ruiz+turnos@example.com.ar. gracias | ana.ruiz+turnos@example.com.ar",
                "ana punto ruiz arroba gmail punto com | ana.ruiz@gmail.com",
                "mi correo es pepe guion bajo 85 arroba example punto com punto ar | pepe_85@example.com.ar",
                "meu email é joao.silva@example.com.br | joao.silva@example.com.br",
                "it's owen dot price at example dot com | owen.price@example.com"
            })
    void mailsAreReadWrittenOrDictated(String text, String address) {
        assertThat(Clinic.told(EMAIL, text)).singleElement().asString().endsWith(" = " + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nos vemos at the office", "seguime en @anaruiz", "costó 20 @ 30", "ana@local"})
    void whatOnlyLooksLikeAMailIsNone(String text) {
        assertThat(Clinic.told(EMAIL, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mi cel es 11 6123-4499 | +5491161234499",
                "mi cel: 15 6123-4499 | +5491161234499",
                "llamame al 6123-4499 | +5491161234499",
                "+54 9 351 612-3449 | +5493516123449",
                "el fijo es 4555-1234 | +541145551234",
                "meu whats é +55 11 98765-4321 | +5511987654321",
                "my number is +1 212 555 0143 | +12125550143"
            })
    void phonesAreReadInAnyForm(String text, String number) {
        assertThat(Clinic.told(PHONE, text)).singleElement().asString().endsWith(" = " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DNI 41.222.333",
                "el pedido 1155551234",
                "CUIT 20-41222333-9",
                "pagué $1155551234",
                "el 12/03/2026 a las 15:30",
                "nro de afiliado 11 6123 4499"
            })
    void otherDigitsAreNoPhone(String text) {
        assertThat(Clinic.told(PHONE, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hola, me llamo Camila Torres y quería un turno | Camila Torres",
                "hola soy marta quiroga | Marta Quiroga",
                "SOY MARTA QUIROGA | Marta Quiroga",
                "Soy Rocío de Caballito | Rocío",
                "Juan Manuel de la Fuente, DNI 30111222 | Juan Manuel de la Fuente",
                "Oi, sou o Rafael Lima | Rafael Lima",
                "Hello, this is Owen Price | Owen Price",
                "no me llamo Ana, soy Eva | Eva"
            })
    void namesFollowTheWordsThatAnnounceThem(String text, String name) {
        assertThat(Clinic.told(PERSON_NAME, text)).singleElement().asString().endsWith(" = " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soy alérgica a la penicilina",
                "Soy paciente nueva",
                "Hola Mica, cómo va?",
                "soy de Caballito",
                "I'm looking for an appointment",
                "sou cliente de vocês",
                "La Dra. Vera es una genia"
            })
    void otherWordsAreNoNames(String text) {
        assertThat(Clinic.told(PERSON_NAME, text)).isEmpty();
    }

    @Test
    void aBareAnswerToTheQuestionForTheNameIsOne() {
        assertThat(Clinic.told(PERSON_NAME, ">¿Me decís tu nombre?", "andrea molina"))
                .containsExactly("andrea molina = Andrea Molina");
        assertThat(Clinic.told(PERSON_NAME, ">¿Me decís tu nombre?", "para qué lo necesitan?"))
                .isEmpty();
    }

    @Test
    @Requirement("EXT-8")
    void whatIsOfOthersStaysTheirs() {
        assertThat(Clinic.facts(PHONE, "el cel de mi hija es 11 6123-4499, el mío es 11 6123-4400"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.THIRD_PARTY, Subject.CUSTOMER);
        assertThat(Clinic.facts(PERSON_NAME, "quiero un turno para mi hijo, se llama Tomás"))
                .singleElement()
                .satisfies(name -> {
                    assertThat(name.subject()).isEqualTo(Subject.THIRD_PARTY);
                    assertThat(name.relation()).isEqualTo("son");
                });
        assertThat(Clinic.facts(PERSON_NAME, "turno para mi hijo", ">¿Nombre y apellido?", "Ignacio Vidal"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.THIRD_PARTY);
        assertThat(Clinic.facts(PERSON_NAME, "turno para mi hijo", ">¿Tu nombre?", "Carla Ibáñez"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.CUSTOMER);
        assertThat(Clinic.facts(PHONE, "llamé al 4788-2200 y no atiende nadie"))
                .extracting(FactCandidate::subject)
                .containsExactly(Subject.BUSINESS);
    }

    @Test
    void whatWasCorrectedIsTakenBack() {
        assertThat(Clinic.told(EMAIL, "mi mail no es ana@example.com, es eva@example.com"))
                .containsExactly("eva@example.com = eva@example.com");
        assertThat(Clinic.told(EMAIL, "ana@example.com", "perdón, eva@example.com"))
                .containsExactly("eva@example.com = eva@example.com");
        assertThat(Clinic.facts(PHONE, "11 6123-4499, perdón, 11 6123-4400"))
                .extracting(FactCandidate::polarity)
                .containsExactly(Polarity.REJECTED, Polarity.ASSERTED);
    }

    @Test
    void aPronounIsNobodysName() {
        assertThat(Clinic.told(PERSON_NAME, "es para mi mamá, ella se llama Norma"))
                .containsExactly("Norma = Norma");
        assertThat(Clinic.told(PERSON_NAME, "é pro meu filho, o Caio, ele precisa de óculos"))
                .containsExactly("Caio = Caio");
    }
}
