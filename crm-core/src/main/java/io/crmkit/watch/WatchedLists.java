package io.crmkit.watch;

import io.crmkit.segment.SegmentKey;
import io.crmkit.segment.SmartList;
import io.crmkit.segment.SmartLists;
import java.util.List;

/** Has everybody looked at once a smart list is another one. */
record WatchedLists(SmartLists lists, Watch watch) implements SmartLists {
    @Override
    public List<SmartList> all() {
        return lists.all();
    }

    @Override
    public void save(SmartList list) {
        lists.save(list);
        watch.redefined();
    }

    @Override
    public boolean remove(SegmentKey key) {
        boolean removed = lists.remove(key);
        if (removed) {
            watch.redefined();
        }
        return removed;
    }
}
