package org.lianxin.analytics.local;

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
import org.lianxin.analytics.core.link.Linker;
import org.lianxin.analytics.imports.CaseView;

/** From the kernel's groups of numbers to groups of accounts. */
final class Links {
    private final CaseView view;

    Links(CaseView view) {
        this.view = view;
    }

    LinkFinding link(LinkSpec spec) {
        var pairs = view.pairs();
        int limit = spec.ignoreSharedByMoreThan();
        var linked = Linker.link(pairs, view.transfers().accounts(), view.identifiers(), limit);
        var groups = groups(linked, limit);
        var ignored = new ArrayList<LinkFinding.IgnoredIdentifier>();
        for (int identifier = 0; identifier < linked.shared().length; identifier++) {
            if (linked.shared()[identifier] > limit) {
                ignored.add(
                        new LinkFinding.IgnoredIdentifier(view.identifier(identifier), linked.shared()[identifier]));
            }
        }
        ignored.sort(Comparator.comparing(LinkFinding.IgnoredIdentifier::identifier));
        return new LinkFinding(spec, groups, ignored, Checksum.ofRecords(groups, ignored));
    }

    private List<LinkedGroup> groups(Linker.Linked linked, int limit) {
        int[] group = linked.group();
        int[] sizes = new int[group.length];
        for (int root : group) {
            sizes[root]++;
        }
        var accounts = new TreeMap<Integer, TreeSet<String>>();
        for (int account = 0; account < group.length; account++) {
            if (sizes[group[account]] > 1) {
                accounts.computeIfAbsent(group[account], root -> new TreeSet<>())
                        .add(view.account(account));
            }
        }
        var identifiers = identifiers(linked, sizes, limit);
        return accounts.entrySet().stream()
                .map(entry -> new LinkedGroup(
                        List.copyOf(entry.getValue()), List.copyOf(identifiers.getOrDefault(entry.getKey(), Set.of()))))
                .sorted(Comparator.comparingInt(
                                (LinkedGroup one) -> -one.accounts().size())
                        .thenComparing(one -> one.accounts().getFirst()))
                .toList();
    }

    private Map<Integer, Set<String>> identifiers(Linker.Linked linked, int[] sizes, int limit) {
        var identifiers = new TreeMap<Integer, Set<String>>();
        var pairs = view.pairs();
        for (long i = 0; i < pairs.size(); i++) {
            int root = linked.group()[(int) (pairs.get(i) >>> 32)];
            int identifier = (int) pairs.get(i);
            if (sizes[root] > 1 && linked.shared()[identifier] > 1 && linked.shared()[identifier] <= limit) {
                identifiers.computeIfAbsent(root, key -> new TreeSet<>()).add(view.identifier(identifier));
            }
        }
        return identifiers;
    }
}
