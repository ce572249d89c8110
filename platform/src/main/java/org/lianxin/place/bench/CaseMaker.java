package org.lianxin.place.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lianxin.place.bench.BenchCase.Kind;
import org.lianxin.place.gazetteer.Atlas;
import org.lianxin.place.gazetteer.Gazetteer;

/** Makes texts from divisions drawn from the whole country. The same seed gives the same texts. */
final class CaseMaker {

    private static final List<String> BEFORE = List.of("", "", "", "", "户籍地：", "现住 ", "地址:", "住");
    private static final List<String> AFTER = List.of("", "", "", "", "12号", "某小区3号楼", "８号院2单元301室", "附近", " 3组");
    private static final int MOST_EQUALS = 100;

    private final Gazetteer gazetteer;
    private final Slips slips;
    private final Random random;

    CaseMaker(Atlas atlas, long seed) {
        gazetteer = atlas.gazetteer();
        slips = new Slips(atlas.looseIndex().readings());
        random = new Random(seed);
    }

    BenchCase make(Kind kind) {
        return switch (kind) {
            case AMBIGUOUS -> ambiguous();
            case UNAMBIGUOUS -> unambiguous();
            default -> single(kind);
        };
    }

    private BenchCase single(Kind kind) {
        int node = draw();
        List<Integer> path = path(node);
        int levels = 1 + random.nextInt(path.size());
        if (levels < Math.min(3, path.size())) {
            levels = path.size();
        }
        List<Integer> written = new ArrayList<>(path.subList(path.size() - levels, path.size()));
        if (random.nextInt(4) == 0 && gazetteer.depth(node) < 4) {
            written = new ArrayList<>(List.of(path.getFirst(), node));
        }
        int bent = kind == Kind.EXACT ? -1 : random.nextInt(written.size());
        StringBuilder text = new StringBuilder(BEFORE.get(random.nextInt(BEFORE.size())));
        for (int i = 0; i < written.size(); i++) {
            text.append(i == bent ? bend(kind, written.get(i)) : name(kind, written.get(i)));
        }
        text.append(AFTER.get(random.nextInt(AFTER.size())));
        return new BenchCase(kind, text.toString(), Set.of(gazetteer.code(node)));
    }

    private String name(Kind kind, int node) {
        boolean bare = kind == Kind.MISSING_SUFFIX && random.nextBoolean();
        return bare ? base(node) : gazetteer.name(node);
    }

    private String bend(Kind kind, int node) {
        String tail = gazetteer.tails().text(gazetteer.tail(node));
        return switch (kind) {
            case MISSING_SUFFIX -> base(node);
            case HOMOPHONE -> slips.homophone(base(node), random) + tail;
            case DIALECT -> slips.dialect(base(node), random) + tail;
            case DROPPED -> Slips.dropped(gazetteer.name(node), random);
            default -> gazetteer.name(node);
        };
    }

    private String base(int node) {
        return gazetteer.bases().text(gazetteer.base(node));
    }

    private BenchCase ambiguous() {
        while (true) {
            int node = draw();
            int above = random.nextBoolean() ? -1 : path(node).getFirst();
            Set<String> right = sameName(node, above);
            if (right.size() > 1 && right.size() <= MOST_EQUALS) {
                String text = (above < 0 ? "" : gazetteer.name(above)) + gazetteer.name(node);
                return new BenchCase(Kind.AMBIGUOUS, text, right);
            }
        }
    }

    private BenchCase unambiguous() {
        while (true) {
            int node = draw();
            List<Integer> path = path(node);
            if (path.size() > 1 && sameName(node, path.get(path.size() - 2)).size() == 1) {
                return new BenchCase(Kind.UNAMBIGUOUS, gazetteer.fullName(node), Set.of(gazetteer.code(node)));
            }
        }
    }

    /** The codes of all divisions at or below {@code above} (everywhere for -1) with the name of the node. */
    private Set<String> sameName(int node, int above) {
        Set<String> same = new HashSet<>();
        int base = gazetteer.base(node);
        for (int i = gazetteer.postingStart(base); i < gazetteer.postingStart(base + 1); i++) {
            int other = gazetteer.posting(i);
            boolean below = above < 0 || path(other).contains(above);
            if (below && gazetteer.tail(other) == gazetteer.tail(node)) {
                same.add(gazetteer.code(other));
            }
        }
        return same;
    }

    /** A village in half of the draws, else a division of any level above. */
    private int draw() {
        while (true) {
            int depth = random.nextBoolean() ? 4 : random.nextInt(1, 4);
            int from = gazetteer.levelStart(depth);
            int node = random.nextInt(from, gazetteer.levelStart(depth + 1));
            if (!gazetteer.isNominal(node) && !gazetteer.repeatsParent(node)) {
                return node;
            }
        }
    }

    private List<Integer> path(int node) {
        List<Integer> path = new ArrayList<>();
        for (int at = node; at >= 0; at = gazetteer.parent(at)) {
            if (!gazetteer.isNominal(at) && !gazetteer.repeatsParent(at)) {
                path.addFirst(at);
            }
        }
        return path;
    }
}
