package io.crmkit.analytics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds where a function is least without its slope: the simplex method of Nelder and Mead, The Computer Journal 7
 * (1965), with its usual coefficients.
 */
final class NelderMead {
    private static final double FAR = 0.5;
    private static final double NEAR = 0.1;
    /** Of logarithms of likelihoods: what is lost is far less than what one customer more or less would change. */
    private static final double CLOSE = 1e-9;

    private static final int ROUNDS = 1_000;

    private final ToDoubleFunction<double[]> function;
    private final Vertex[] simplex;

    private NelderMead(ToDoubleFunction<double[]> function, double step, double[] start) {
        this.function = function;
        simplex = new Vertex[start.length + 1];
        simplex[0] = at(start);
        for (int i = 0; i < start.length; i++) {
            double[] moved = start.clone();
            moved[i] += step;
            simplex[i + 1] = at(moved);
        }
    }

    /** A place and the function's value there; where it has none it is as bad as can be. */
    record Vertex(double[] place, double value) {}

    /** The least value found from a start, begun again from there once, so that it is not stuck on a flat simplex. */
    static Vertex least(ToDoubleFunction<double[]> function, double... start) {
        Vertex first = new NelderMead(function, FAR, start).search();
        return new NelderMead(function, FAR, first.place()).search();
    }

    /** The least value close to a place that is known to be a good one. */
    static Vertex near(ToDoubleFunction<double[]> function, double... place) {
        return new NelderMead(function, NEAR, place).search();
    }

    private Vertex at(double[] place) {
        double value = function.applyAsDouble(place);
        return new Vertex(place, Double.isNaN(value) ? Double.MAX_VALUE : value);
    }

    private Vertex search() {
        int worst = simplex.length - 1;
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
            if (simplex[worst].value() - simplex[0].value() <= CLOSE * (1 + Math.abs(simplex[0].value()))) {
                break;
            }
            double[] centre = centre(worst);
            Vertex reflected = along(centre, simplex[worst], -1);
            if (reflected.value() < simplex[0].value()) {
                Vertex expanded = along(centre, simplex[worst], -2);
                simplex[worst] = expanded.value() < reflected.value() ? expanded : reflected;
            } else if (reflected.value() < simplex[worst - 1].value()) {
                simplex[worst] = reflected;
            } else {
                contract(centre, reflected, worst);
            }
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        return simplex[0];
    }

    private void contract(double[] centre, Vertex reflected, int worst) {
        boolean outside = reflected.value() < simplex[worst].value();
        Vertex contracted = along(centre, outside ? reflected : simplex[worst], 0.5);
        if (contracted.value() < Math.min(reflected.value(), simplex[worst].value())) {
            simplex[worst] = contracted;
            return;
        }
        for (int i = 1; i < simplex.length; i++) {
            simplex[i] = along(simplex[0].place(), simplex[i], 0.5);
        }
    }

    private double[] centre(int worst) {
        double[] centre = new double[worst];
        for (int i = 0; i < worst; i++) {
            for (int d = 0; d < worst; d++) {
                centre[d] += simplex[i].place()[d] / worst;
            }
        }
        return centre;
    }

    private Vertex along(double[] from, Vertex to, double by) {
        double[] place = new double[from.length];
        for (int d = 0; d < from.length; d++) {
            place[d] = from[d] + by * (to.place()[d] - from[d]);
        }
        return at(place);
    }
}
