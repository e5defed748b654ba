#include "stats/concentration.h"

#include <math.h>
#include <stdbool.h>

#include "stats/normal.h"
#include "stats/range.h"

static bool is_bounded(enum concentration_kind kind)
{
	return kind == CONCENTRATION_ERREYGERS || kind == CONCENTRATION_WAGSTAFF;
}

/* What values the kind of index allows. */
static struct interval allowed(enum concentration_kind kind, const struct interval *bounds)
{
	if (is_bounded(kind))
		return *bounds;
	return (struct interval){ kind == CONCENTRATION_RELATIVE ? 0 : -HUGE_VAL, HUGE_VAL };
}

static enum stats_outcome check_group(const struct concentration_group *group,
				      const struct interval *values)
{
	if (!isfinite(group->value) || group->value < values->lower ||
	    group->value > values->upper || !range_is_count(group->error) ||
	    !range_is_count(group->population))
		return STATS_OUT_OF_RANGE;
	return group->population == 0 ? STATS_ZERO_POPULATION_GROUP : STATS_OK;
}

static enum stats_outcome check_groups(const struct concentration_group *groups, size_t count,
				       const struct interval *values, size_t *group)
{
	double population = 0;

	if (count < CONCENTRATION_GROUPS_LEAST)
		return STATS_TOO_FEW_GROUPS;
	for (size_t i = 0; i < count; i++) {
		enum stats_outcome outcome = check_group(&groups[i], values);

		if (outcome != STATS_OK) {
			*group = i;
			return outcome;
		}
		population += groups[i].population;
	}
	return isfinite(population) ? STATS_OK : STATS_OUT_OF_RANGE;
}

static double population_of(const struct concentration_group *groups, size_t count)
{
	double population = 0;

	for (size_t i = 0; i < count; i++)
		population += groups[i].population;
	return population;
}

/* What the absolute index is divided by, and how that changes with the mean. */
struct divisor {
	double value, change;
};

/* above, below: distance of the mean from the least and the greatest value. */
static struct divisor divisor_of(enum concentration_kind kind, const struct interval *bounds,
				 double above, double below)
{
	double range;

	if (kind == CONCENTRATION_ABSOLUTE)
		return (struct divisor){ 1, 0 };
	if (kind == CONCENTRATION_RELATIVE)
		return (struct divisor){ above, 1 };
	range = bounds->upper - bounds->lower;
	if (kind == CONCENTRATION_ERREYGERS)
		return (struct divisor){ range / 4, 0 };
	return (struct divisor){ above * below / range, (below - above) / range };
}

/* Weight of the group that starts after so many people, in the absolute index. */
static double weight_of(double share, double before, double population)
{
	return 2 * share * (before / population + share / 2 - 0.5);
}

static double absolute_index(const struct concentration_group *groups, size_t count)
{
	double population = population_of(groups, count), before = 0, index = 0;

	for (size_t i = 0; i < count; i++) {
		double share = groups[i].population / population;

		/* Weights add up to 0; less the first, equal values give exactly 0. */
		index += weight_of(share, before, population) * (groups[i].value - groups[0].value);
		before += groups[i].population;
	}
	return index;
}

/* Mean of the distances of the values from a bound; exactly 0 when all are on it. */
static double mean_distance(const struct concentration_group *groups, size_t count, double bound)
{
	double population = population_of(groups, count), distance = 0;

	for (size_t i = 0; i < count; i++)
		distance += groups[i].population / population * fabs(groups[i].value - bound);
	return distance;
}

static double error_of(const struct concentration_group *groups, size_t count, double index,
		       struct divisor divisor)
{
	double population = population_of(groups, count), before = 0, error = 0;

	for (size_t i = 0; i < count; i++) {
		double share = groups[i].population / population;
		double weight = weight_of(share, before, population);

		/* Change of the index with the value of the group. */
		error = hypot(error, (weight - index * divisor.change * share) / divisor.value *
					     groups[i].error);
		before += groups[i].population;
	}
	return error;
}

enum stats_outcome concentration_index(const struct concentration_group *groups, size_t count,
				       enum concentration_kind kind, const struct interval *bounds,
				       double confidence, struct concentration_index *out,
				       size_t *group)
{
	enum stats_outcome outcome;
	struct divisor divisor;
	struct interval values;
	double index, error, half;

	if (!range_is_confidence(confidence) ||
	    (is_bounded(kind) && !(range_is_interval(bounds) && bounds->lower < bounds->upper)))
		return STATS_OUT_OF_RANGE;
	values = allowed(kind, bounds);
	outcome = check_groups(groups, count, &values, group);
	if (outcome != STATS_OK)
		return outcome;
	divisor = divisor_of(kind, bounds, mean_distance(groups, count, values.lower),
			     mean_distance(groups, count, values.upper));
	if (divisor.value == 0)
		return STATS_ZERO_COMPARATOR;
	index = absolute_index(groups, count) / divisor.value;
	error = error_of(groups, count, index, divisor);
	half = normal_deviate(confidence) * error;
	if (!isfinite(fabs(index) + half))
		return STATS_OUT_OF_RANGE;
	*out = (struct concentration_index){ { index, { index - half, index + half } }, error };
	return STATS_OK;
}

enum stats_outcome concentration_curve(const struct concentration_group *groups, size_t count,
				       struct concentration_point *points, size_t *group)
{
	struct interval values = allowed(CONCENTRATION_RELATIVE, NULL);
	enum stats_outcome outcome = check_groups(groups, count, &values, group);
	double population, mean, before = 0, sum = 0;

	if (outcome != STATS_OK)
		return outcome;
	population = population_of(groups, count);
	mean = mean_distance(groups, count, 0);
	if (mean == 0)
		return STATS_ZERO_COMPARATOR;
	if (!isfinite(mean))
		return STATS_OUT_OF_RANGE;
	points[0] = (struct concentration_point){ 0, 0 };
	for (size_t i = 0; i + 1 < count; i++) {
		before += groups[i].population;
		sum += groups[i].population / population * groups[i].value;
		points[i + 1] = (struct concentration_point){ before / population, sum / mean };
	}
	/* Sums of positive numbers never pass the whole, but need not come to it either. */
	points[count] = (struct concentration_point){ 1, 1 };
	return STATS_OK;
}
