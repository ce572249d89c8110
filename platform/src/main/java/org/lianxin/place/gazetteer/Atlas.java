package org.lianxin.place.gazetteer;

/**
 * Everything that is known about divisions, loaded once. Immutable; shared by all threads.
 *
 * @param gazetteer the divisions in use
 * @param otherNames past and short names
 */
public record Atlas(Gazetteer gazetteer, OtherNames otherNames) {

    /** Reads the data files of the module. */
    public static Atlas load() {
        Gazetteer gazetteer = GazetteerReader.load();
        OtherNames otherNames = OtherNames.load(gazetteer);
        return new Atlas(gazetteer, otherNames);
    }
}
