package io.crmkit.example.quarkus;

import io.crmkit.Crm;
import io.crmkit.CrmSession;
import io.crmkit.contact.ContactId;
import io.crmkit.export.ContactJson;
import io.crmkit.segment.ContactQuery;
import io.crmkit.segment.Criterion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** The contact list and what there is about each. */
@Path("/api/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"OWNER", "MANAGER", "AGENT", "ANALYST", "AUDITOR"})
public class ContactsResource {
    private final Crm crm;

    @Inject
    public ContactsResource(Crm crm) {
        this.crm = crm;
    }

    /** A page of the list. */
    @GET
    public String list(
            @Context SecurityContext user,
            @QueryParam("q") @Nullable String typed,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        CrmSession session = session(user);
        Criterion criterion = typed == null || typed.isBlank() ? Criterion.EVERYBODY : Criterion.text(typed);
        return new ContactJson(session).list(session.contacts(ContactQuery.of(criterion), cursor, limit), null);
    }

    @GET
    @Path("/{id}")
    public String contact(@Context SecurityContext user, @PathParam("id") String id) {
        return new ContactJson(session(user))
                .contact(id(id), !user.isUserInRole("ANALYST"))
                .orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/{id}/chatbot-context")
    public String chatbotContext(@Context SecurityContext user, @PathParam("id") String id) {
        return new ContactJson(session(user)).chatbotContext(id(id), 2_000).orElseThrow(NotFoundException::new);
    }

    /** The id of the certificate. */
    @DELETE
    @Path("/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public String erase(@Context SecurityContext user, @PathParam("id") String id) {
        return session(user)
                .privacy()
                .erase(id(id))
                .orElseThrow(NotFoundException::new)
                .id()
                .toString();
    }

    private CrmSession session(SecurityContext user) {
        return crm.as(Staff.actor(user));
    }

    private static ContactId id(String text) {
        try {
            return ContactId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException(noId);
        }
    }
}
