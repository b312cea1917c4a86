package io.crmkit.example.spring;

import io.crmkit.CrmSession;
import io.crmkit.contact.MergeId;
import io.crmkit.merge.MergeOutcome;
import io.crmkit.merge.MergeOutcome.Reason;
import io.crmkit.merge.UndoOutcome;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Two contacts made one, and parted again. */
@RestController
final class MergesApi {
    @PostMapping(path = "/api/contacts/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> merge(CrmSession session, @RequestBody JsonNode body) {
        Body said = new Body(body, "survivor", "other");
        MergeOutcome outcome = session.merge(Words.contact(said.text("survivor")), Words.contact(said.text("other")));
        if (outcome instanceof MergeOutcome.Merged merged) {
            return Map.of(
                    "mergeId", merged.merge().toString(),
                    "survivor", merged.survivor().toString());
        }
        Reason reason = ((MergeOutcome.Refused) outcome).reason();
        throw switch (reason) {
            case UNKNOWN_CONTACT -> Refused.unknownContact();
            case SAME_CONTACT -> Refused.conflict("Both ids lead to the same contact already.");
            case NO_IDENTIFIER -> Refused.conflict("One of them never had an address, so they cannot be merged.");
        };
    }

    @PostMapping("/api/merges/{id}/undo")
    Map<String, Object> undo(CrmSession session, @PathVariable String id) {
        UndoOutcome outcome = session.undo(merge(id));
        if (outcome instanceof UndoOutcome.Undone undone) {
            return Map.of(
                    "survivor", undone.survivor().toString(),
                    "parted", undone.parted().toString());
        } else if (outcome instanceof UndoOutcome.StillOne one) {
            return Map.of("survivor", one.contact().toString(), "because", "the provider says that they are one");
        } else if (outcome instanceof UndoOutcome.UndoFirst first) {
            throw Refused.conflict("Undo merge " + first.later() + " first, which came later.");
        }
        throw unknown();
    }

    private static MergeId merge(String id) {
        try {
            return new MergeId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.notFound("There is no such merge here, or it was undone before.");
    }
}
