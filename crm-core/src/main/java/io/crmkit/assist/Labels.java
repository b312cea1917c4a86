package io.crmkit.assist;

import java.util.Locale;

/** The words around what is known, in the tenant's language. */
record Labels(
        String name,
        String preferences,
        String questions,
        String inquiries,
        String known,
        String recent,
        String waiting,
        String mood,
        String troubles,
        String conflicts,
        String customer,
        String business) {
    private static final Labels ES = new Labels(
            "Nombre",
            "Preferencias",
            "Preguntas sin responder",
            "Consultas",
            "Se sabe",
            "Últimos mensajes",
            "Espera respuesta desde",
            "Ánimo",
            "Molestias",
            "Datos en conflicto",
            "cliente",
            "negocio");
    private static final Labels PT = new Labels(
            "Nome",
            "Preferências",
            "Perguntas sem resposta",
            "Consultas",
            "Sabe-se",
            "Últimas mensagens",
            "Espera resposta desde",
            "Ânimo",
            "Incômodos",
            "Dados em conflito",
            "cliente",
            "empresa");
    private static final Labels EN = new Labels(
            "Name",
            "Preferences",
            "Open questions",
            "Inquiries",
            "Known",
            "Recent messages",
            "Waiting since",
            "Mood",
            "Troubles",
            "Conflicts",
            "customer",
            "business");

    static Labels of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "pt" -> PT;
            case "en" -> EN;
            default -> ES;
        };
    }
}
