package org.lianxin.place.web;

import org.lianxin.place.Candidate;
import org.lianxin.place.Division;
import org.lianxin.place.DivisionLevel;

/** A division that a text may mean, as the screens show it. */
record CandidateView(String code, String name, String fullName, DivisionLevel level, double score, String why) {

    static CandidateView of(Candidate candidate, Division division) {
        return new CandidateView(
                candidate.code(),
                division.name(),
                division.fullName(),
                division.level(),
                candidate.score(),
                candidate.why());
    }
}
