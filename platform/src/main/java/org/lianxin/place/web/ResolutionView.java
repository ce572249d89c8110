package org.lianxin.place.web;

import java.util.List;

/** The answer to {@code GET /api/place/resolve}. */
record ResolutionView(List<CandidateView> candidates, int total, boolean ambiguous) {}
