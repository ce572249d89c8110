package org.lianxin.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Gazetteer;
import org.lianxin.place.gazetteer.OtherNames.OtherName;
import org.lianxin.place.resolve.PrefixSearch;
import org.lianxin.place.resolve.Resolver;

/**
 * The door to the administrative divisions of China. Everything is in memory and immutable; all methods are safe for
 * many threads and need no database.
 */
public final class Places {

    private final Atlas atlas;
    private final Gazetteer gazetteer;
    private final Resolver resolver;
    private final PrefixSearch prefixSearch;

    private Places(Atlas atlas) {
        this.atlas = atlas;
        gazetteer = atlas.gazetteer();
        resolver = new Resolver(atlas);
        prefixSearch = new PrefixSearch(atlas);
    }

    /** The one instance of this process, loaded at the first call (about a second). */
    public static Places load() {
        return Holder.PLACES;
    }

    private static final class Holder {
        static final Places PLACES = new Places(Atlas.load());
    }

    /** The divisions that a free text may mean, best first; see {@link Resolution}. Never throws on any text. */
    public Resolution resolve(String text) {
        return resolver.resolve(text);
    }

    /**
     * For pickers: divisions whose names begin with the text, or whose pinyin or its initials do, down to the street,
     * higher levels first; filled up with what the text resolves to.
     */
    public List<Division> search(String text, int most) {
        Set<Integer> found = new LinkedHashSet<>(prefixSearch.list(text, most));
        for (Candidate candidate : resolver.resolve(text).candidates()) {
            if (found.size() < most) {
                found.add(gazetteer.find(candidate.code()));
            }
        }
        return found.stream().map(this::division).toList();
    }

    /** The pinyin initials of any text: 珠斯花派出所 → zshpcs. */
    public String initials(String text) {
        return prefixSearch.initials(text);
    }

    /** The division in use with this code of 6, 9 or 12 digits. */
    public Optional<Division> find(String code) {
        int node = gazetteer.find(code);
        return node < 0 ? Optional.empty() : Optional.of(division(node));
    }

    /** As {@link #find}, for a code that is known to be in use; throws IllegalArgumentException otherwise. */
    public Division get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no division in use has the code " + code));
    }

    /** All provinces, by code. */
    public List<Division> listProvinces() {
        return divisions(0, gazetteer.levelStart(1));
    }

    /** The divisions directly below; empty for a village. Nominal levels (市辖区) are passed over. */
    public List<Division> listChildren(String code) {
        int node = node(code);
        List<Division> children = new ArrayList<>();
        if (gazetteer.depth(node) < 4) {
            for (int child = gazetteer.firstChild(node); child < gazetteer.firstChild(node + 1); child++) {
                boolean silent = gazetteer.isNominal(child) || gazetteer.repeatsParent(child);
                children.addAll(
                        silent
                                ? divisions(gazetteer.firstChild(child), gazetteer.firstChild(child + 1))
                                : divisions(child, child + 1));
            }
        }
        return children;
    }

    /** The divisions above, the province first, without nominal levels; empty for a province. */
    public List<Division> listAncestors(String code) {
        List<Division> above = new ArrayList<>();
        for (int node = parent(node(code)); node >= 0; node = parent(node)) {
            above.addFirst(division(node));
        }
        return above;
    }

    /** Whether {@code code} is {@code above} or lies below it. Both must be in use. */
    public boolean isAtOrBelow(String code, String above) {
        int top = node(above);
        int node = node(code);
        while (node > top) {
            node = gazetteer.parent(node);
        }
        return node == top;
    }

    /** The past divisions whose place this one took, and those that had the code itself. */
    public List<PastDivision> listPast(String code) {
        int node = gazetteer.find(code);
        List<OtherName> names = new ArrayList<>(atlas.otherNames().listByCode(code));
        atlas.otherNames().listByHeir(node).stream()
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names.stream().map(this::past).toList();
    }

    private int node(String code) {
        int node = gazetteer.find(code);
        if (node < 0) {
            throw new IllegalArgumentException("no division in use has the code " + code);
        }
        return node;
    }

    private int parent(int node) {
        int parent = gazetteer.parent(node);
        while (parent >= 0 && (gazetteer.isNominal(parent) || gazetteer.repeatsParent(parent))) {
            parent = gazetteer.parent(parent);
        }
        return parent;
    }

    private List<Division> divisions(int from, int to) {
        List<Division> divisions = new ArrayList<>(to - from);
        for (int node = from; node < to; node++) {
            divisions.add(division(node));
        }
        return divisions;
    }

    private Division division(int node) {
        int parent = parent(node);
        return new Division(
                gazetteer.code(node),
                gazetteer.name(node),
                gazetteer.fullName(node),
                gazetteer.level(node),
                parent < 0 ? null : gazetteer.code(parent));
    }

    private PastDivision past(OtherName name) {
        return new PastDivision(
                name.code(),
                gazetteer.bases().text(name.base()) + gazetteer.tails().text(name.tail()),
                name.fromYear(),
                name.untilYear(),
                Arrays.stream(name.heirs()).mapToObj(gazetteer::code).toList());
    }
}
