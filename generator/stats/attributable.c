#include "stats/attributable.h"

#include <math.h>

#include "stats/normal.h"
#include "stats/range.h"

static enum stats_outcome check_group(const struct attributable_group *group)
{
	if (!(group->value >= 0 && group->value <= 1) || !range_is_count(group->population))
		return STATS_OUT_OF_RANGE;
	return group->population == 0 ? STATS_ZERO_POPULATION_GROUP : STATS_OK;
}

static enum stats_outcome check(const struct attributable_group *groups, size_t count,
				size_t reference, enum favourable favourable, double *population,
				size_t *group)
{
	*population = 0;
	if (count < ATTRIBUTABLE_GROUPS_LEAST)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_group(&groups[i]);

		if (outcome != STATS_OK) {
			*group = i;
			return outcome;
		}
		*population += groups[i].population;
	}
	if (reference >= count || favourable == FAVOURABLE_NEITHER || !isfinite(*population))
		return STATS_OUT_OF_RANGE;
	return STATS_OK;
}

/* All people by group and event, as shares of them. */
struct cells {
	double others_with, others_without, reference_with, reference_without;
};

static struct cells cells_of(const struct attributable_group *groups, size_t count,
			     size_t reference, double population)
{
	struct cells cells = { 0 };

	for (size_t i = 0; i < count; i++) {
		double share = groups[i].population / population;
		double with = share * groups[i].value, without = share * (1 - groups[i].value);

		*(i == reference ? &cells.reference_with : &cells.others_with) += with;
		*(i == reference ? &cells.reference_without : &cells.others_without) += without;
	}
	return cells;
}

static double fraction_error(const struct cells *cells, double population)
{
	double a = cells->others_with, b = cells->others_without;
	double c = cells->reference_with, d = cells->reference_without;
	double product = (a + c) * (c + d);

	/* Walter's formula in shares. */
	return sqrt(c / product * ((a * d * (1 - c) + b * c * c) / product) / product / population);
}

enum stats_outcome attributable(const struct attributable_group *groups, size_t count,
				size_t reference, enum favourable favourable,
				struct attributable *out, size_t *group)
{
	double population, gain = 0;
	enum stats_outcome outcome =
		check(groups, count, reference, favourable, &population, group);
	struct attributable found;
	struct cells cells;

	if (outcome != STATS_OK)
		return outcome;
	/* From the differences, so that there is exactly nothing to gain where all are equal. */
	for (size_t i = 0; i < count; i++)
		gain += groups[i].population / population *
			(groups[reference].value - groups[i].value);
	cells = cells_of(groups, count, reference, population);
	found.mean = cells.reference_with + cells.others_with;
	if (found.mean == 0)
		return STATS_ZERO_COMPARATOR;
	found.reference_is_worse = favourable == FAVOURABLE_HIGH ? gain < 0 : gain > 0;
	found.risk = found.reference_is_worse ? 0 : gain;
	found.fraction = found.risk / found.mean;
	found.fraction_error = fraction_error(&cells, population);
	found.risk_error = found.mean * found.fraction_error;
	/* So few events that shares of them are lost to rounding. */
	if (!isfinite(found.fraction_error))
		return STATS_OUT_OF_RANGE;
	*out = found;
	return STATS_OK;
}

static enum stats_outcome with_limits(const struct attributable *found, double value, double error,
				      double confidence, struct estimate *out)
{
	double half;

	if (!range_is_confidence(confidence))
		return STATS_OUT_OF_RANGE;
	if (found->reference_is_worse)
		return STATS_REFERENCE_WORSE;
	if (error == 0)
		return STATS_NO_SAMPLING_ERROR;
	half = normal_deviate(confidence) * error;
	*out = (struct estimate){ value, { value - half, value + half } };
	return STATS_OK;
}

enum stats_outcome attributable_risk(const struct attributable *found, double confidence,
				     struct estimate *out)
{
	return with_limits(found, found->risk, found->risk_error, confidence, out);
}

enum stats_outcome attributable_fraction(const struct attributable *found, double confidence,
					 struct estimate *out)
{
	return with_limits(found, found->fraction, found->fraction_error, confidence, out);
}
