#include <math.h>

#include "disclosure/interval.h"
#include "disclosure/lines.h"

static const double nearly = 1e-6;

struct adding adding_open(struct structure *structure, const struct disclosure_rule *rule)
{
	problem_line(&structure->problem, (struct span){ 0, 0 });
	return (struct adding){ .rule = rule, .all_known = true, .all_rounded = true };
}

static bool is_multiple(double number, double step)
{
	return step > 0 && fabs(remainder(number, step)) < nearly;
}

void adding_part(struct structure *structure, struct adding *sum, size_t part)
{
	const struct count *count;

	if (part == NO_COUNT)
		return;
	count = &structure->problem.counts[part];
	problem_term(&structure->problem, part, 1);
	sum->parts++;
	if (!count->known) {
		sum->all_known = false;
		return;
	}
	sum->known += count->number;
	sum->all_rounded = sum->all_rounded && is_multiple(count->number, sum->rule->round_to);
}

/*
 * People who are in no part, or who are in several: nobody prints how many, but everybody can take the parts from the
 * whole. Only the former are a count of their own, which may be too small to be told.
 */
static void add_unseen(struct structure *structure, const struct adding *sum, double short_of)
{
	double number = fabs(short_of);
	const struct disclosure_rule *rule = sum->rule;
	struct count count = {
		.number = number,
		.known = true,
		.hidden = true,
		.is_small = short_of > 0 && interval_is_small(rule, number),
		.unseen = { 0, INFINITY },
		.small = { rule->hide_from, rule->hide_to },
		.least_values = rule->least_values,
	};

	problem_term(&structure->problem, problem_count(&structure->problem, &count),
		     short_of > 0 ? 1 : -1);
}

static bool reaches_zero(const struct structure *structure)
{
	const struct problem *problem = &structure->problem;
	struct span reach = problem_reach(problem, &problem->lines[problem->line_count - 1]);

	return reach.lower <= nearly && reach.upper >= -nearly;
}

/* Without a whole in the data it is what the parts come to. */
static void close_alone(struct structure *structure, const struct adding *sum)
{
	if (!sum->all_known || sum->rule->round_to > 0)
		problem_drop_line(&structure->problem);
	else
		structure->problem.lines[structure->problem.line_count - 1].sum =
			(struct span){ sum->known, sum->known };
}

void adding_whole(struct structure *structure, struct adding *sum, size_t whole)
{
	const struct count *total;
	double short_of;

	if (sum->parts == 0) {
		problem_drop_line(&structure->problem);
		return;
	}
	if (whole == NO_COUNT) {
		close_alone(structure, sum);
		return;
	}
	problem_term(&structure->problem, whole, -1);
	total = &structure->problem.counts[whole];
	short_of = total->number - sum->known;
	if (!sum->all_known || !total->known || fabs(short_of) < nearly ||
	    (sum->all_rounded && is_multiple(total->number, sum->rule->round_to))) {
		if (!reaches_zero(structure))
			problem_drop_line(&structure->problem);
	} else {
		add_unseen(structure, sum, short_of);
	}
}
