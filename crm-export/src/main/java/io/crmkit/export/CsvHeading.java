package io.crmkit.export;

/** The headings of the columns that are written. */
enum CsvHeading {
    NAME("nombre", "nome", "name"),
    PHONE("teléfono", "telefone", "phone"),
    EMAIL("correo", "e-mail", "email"),
    IDENTIFIERS("identificadores", "identificadores", "identifiers"),
    STATUS("estado", "situação", "status"),
    TAGS("etiquetas", "etiquetas", "tags"),
    USERNAME("usuario", "usuário", "username"),
    FIRST_CONTACT("primer contacto", "primeiro contato", "first contact"),
    LAST_CONTACT("último contacto", "último contato", "last contact"),
    INTERACTIONS("interacciones", "interações", "interactions"),
    CONTACT_ID("id de contacto", "id do contato", "contact id"),
    AT("fecha", "data", "time"),
    CHANNEL("canal", "canal", "channel"),
    CONVERSATION("conversación", "conversa", "conversation"),
    FROM("de", "de", "from"),
    TYPE("tipo", "tipo", "type"),
    TEXT("texto", "texto", "text"),
    STATE("entrega", "entrega", "delivery");

    /** Goes before the name of an attribute. */
    static final String ATTRIBUTE = "attribute: ";

    private final String spanish;
    private final String portuguese;
    private final String english;

    CsvHeading(String spanish, String portuguese, String english) {
        this.spanish = spanish;
        this.portuguese = portuguese;
        this.english = english;
    }

    String in(CsvDialect dialect) {
        return switch (dialect) {
            case SPANISH -> spanish;
            case PORTUGUESE -> portuguese;
            case ENGLISH -> english;
        };
    }

    String[] all() {
        return new String[] {spanish, portuguese, english};
    }
}
