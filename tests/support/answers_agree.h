/*
 * answers_agree.h - a whole file of reference figures compared and judged.
 */
#ifndef GRADIENT_TESTS_ANSWERS_AGREE_H
#define GRADIENT_TESTS_ANSWERS_AGREE_H

#include "stats/interval.h"
#include "stats/outcome.h"
#include "support/answers.h"

typedef void answers_comparison(struct answers_score *score, const struct answers *vectors,
				size_t row);

/* Compares every row and judges; takes the vectors and ends with answers_close(). */
void answers_agree(struct answers *vectors, answers_comparison *compare);

/* The same with rows of another file that those of the vectors refer to; takes and closes both. */
typedef void answers_inputs_comparison(struct answers_score *score, const struct answers *inputs,
				       const struct answers *vectors, size_t row);
void answers_agree_with_inputs(struct answers *inputs, struct answers *vectors,
			       answers_inputs_comparison *compare);

/* An estimate of a numerator and a denominator; *out stays as it is where there is none. */
typedef enum stats_outcome answers_estimator(double numerator, double denominator,
					     double confidence, struct estimate *out);

/* A row of the published test data: the value and its limits at 95% and 99.8%. */
void answers_compare_published(struct answers_score *score, const struct answers *vectors,
			       size_t row, answers_estimator *estimator);

#endif
