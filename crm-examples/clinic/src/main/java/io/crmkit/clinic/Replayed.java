package io.crmkit.clinic;

import io.crmkit.capture.Outcome;
import io.crmkit.export.SetAsideFile;
import java.util.ArrayList;
import java.util.List;

/** What became of the files replayed so far. */
public final class Replayed {
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<SetAsideFile> setAside = new ArrayList<>();
    private int webhooks;
    private int sent;
    private int told;

    void webhook(List<Outcome> became) {
        webhooks++;
        outcomes.addAll(became);
    }

    void sent(List<Outcome> became) {
        sent++;
        outcomes.addAll(became);
    }

    void told(List<Outcome> became) {
        told++;
        outcomes.addAll(became);
    }

    public int told() {
        return told;
    }

    void setAside(SetAsideFile file) {
        setAside.add(file);
    }

    public int webhooks() {
        return webhooks;
    }

    public int sent() {
        return sent;
    }

    public long count(Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    public List<SetAsideFile> setAside() {
        return List.copyOf(setAside);
    }
}
