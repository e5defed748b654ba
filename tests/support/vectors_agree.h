/*
 * vectors_agree.h - a whole file of reference figures compared and judged.
 */
#ifndef GRADIENT_TESTS_VECTORS_AGREE_H
#define GRADIENT_TESTS_VECTORS_AGREE_H

#include "stats/interval.h"
#include "stats/outcome.h"
#include "support/vectors.h"

typedef void vectors_comparison(struct vectors_score *score, const struct vectors *vectors,
				size_t row);

/* Compares every row and judges; takes the vectors and ends with vectors_close(). */
void vectors_agree(struct vectors *vectors, vectors_comparison *compare);

/* The same with rows of another file that those of the vectors refer to; takes and closes both. */
typedef void vectors_inputs_comparison(struct vectors_score *score, const struct vectors *inputs,
				       const struct vectors *vectors, size_t row);
void vectors_agree_with_inputs(struct vectors *inputs, struct vectors *vectors,
			       vectors_inputs_comparison *compare);

/* An estimate of a numerator and a denominator; *out stays as it is where there is none. */
typedef enum stats_outcome vectors_estimator(double numerator, double denominator,
					     double confidence, struct estimate *out);

/* A row of the published test data: the value and its limits at 95% and 99.8%. */
void vectors_compare_published(struct vectors_score *score, const struct vectors *vectors,
			       size_t row, vectors_estimator *estimator);

#endif
