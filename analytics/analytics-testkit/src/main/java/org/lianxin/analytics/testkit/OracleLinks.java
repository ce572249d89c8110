package org.lianxin.analytics.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.LinkFinding;
import org.lianxin.analytics.api.LinkSpec;
import org.lianxin.analytics.api.LinkedGroup;

/** Groups by walking from account to identifier to account. */
final class OracleLinks {
    private OracleLinks() {}

    static LinkFinding link(Evidence evidence, LinkSpec spec) {
        Map<String, Set<String>> users = new TreeMap<>();
        for (var shared : evidence.shared()) {
            users.computeIfAbsent(shared.identifier(), fresh -> new TreeSet<>()).add(shared.account());
        }
        var ignored = new ArrayList<LinkFinding.IgnoredIdentifier>();
        users.forEach((identifier, accounts) -> {
            if (accounts.size() > spec.ignoreSharedByMoreThan()) {
                ignored.add(new LinkFinding.IgnoredIdentifier(identifier, accounts.size()));
            }
        });
        users.values().removeIf(accounts -> accounts.size() > spec.ignoreSharedByMoreThan() || accounts.size() < 2);
        var groups = new ArrayList<LinkedGroup>();
        var seen = new TreeSet<String>();
        users.values().stream().flatMap(Set::stream).sorted().distinct().forEach(account -> {
            if (!seen.contains(account)) {
                var group = walk(account, users);
                seen.addAll(group);
                var identifiers = users.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(group::contains))
                        .map(Map.Entry::getKey)
                        .toList();
                groups.add(new LinkedGroup(List.copyOf(group), identifiers));
            }
        });
        groups.sort(
                Comparator.comparingInt((LinkedGroup group) -> -group.accounts().size())
                        .thenComparing(group -> group.accounts().getFirst()));
        return new LinkFinding(spec, groups, ignored, Checksum.ofRecords(groups, ignored));
    }

    private static Set<String> walk(String start, Map<String, Set<String>> users) {
        var group = new TreeSet<String>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String account = queue.remove();
            if (group.add(account)) {
                users.values().stream()
                        .filter(accounts -> accounts.contains(account))
                        .forEach(queue::addAll);
            }
        }
        return group;
    }
}
