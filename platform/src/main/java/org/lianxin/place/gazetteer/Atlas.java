package org.lianxin.place.gazetteer;

/**
 * Everything that is known about divisions, loaded once. Immutable; shared by all threads.
 *
 * @param gazetteer the divisions in use
 * @param otherNames past and short names
 * @param looseIndex the look-up of misspelt names
 */
public record Atlas(Gazetteer gazetteer, OtherNames otherNames, LooseIndex looseIndex) {

    /** Reads the data files of the module. */
    public static Atlas load() {
        Gazetteer gazetteer = GazetteerReader.load();
        OtherNames otherNames = OtherNames.load(gazetteer);
        LooseIndex loose = new LooseIndex(gazetteer.bases(), Readings.load(), gazetteer.basesAboveVillages());
        return new Atlas(gazetteer, otherNames, loose);
    }
}
