package org.lianxin.live.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.shared.UnitPath;

/** Keeps a bulk of changes from becoming a flood: more than a screenful of one topic, kind and unit become one. */
public final class Coalescing {

    /** Stands for more changes than a screen shows. */
    public static final String MANY = "many";

    static final int SCREENFUL = 20;

    private Coalescing() {}

    private record Group(String topic, String kind, UnitPath unit) {}

    public static List<Change> coalesce(List<Change> changes) {
        if (changes.size() == 1) {
            return changes;
        }
        Map<Group, LinkedHashSet<Change>> groups = new LinkedHashMap<>();
        for (Change each : changes) {
            groups.computeIfAbsent(new Group(each.topic(), each.kind(), each.unit()), group -> new LinkedHashSet<>())
                    .add(each);
        }
        List<Change> fewer = new ArrayList<>();
        groups.forEach((group, members) -> {
            if (members.size() > SCREENFUL) {
                fewer.add(new Change(group.topic(), group.kind(), MANY, group.unit()));
            } else {
                fewer.addAll(members);
            }
        });
        return fewer;
    }
}
