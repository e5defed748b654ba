#include "resolve/period_steps.h"

#include "base/arena.h"

enum { MONTHS = 12 };

/* Months from the end of one period to that of another; 0 when they cannot be compared. */
static int months_between(const struct period *a, const struct period *b)
{
	if (a->form == PERIOD_TEXT || a->form != b->form)
		return 0;
	return (b->last.year - a->last.year) * MONTHS + b->last.month - a->last.month;
}

/* 0 when there is no regular one. */
static int regular_step(const struct period *periods, const int *listed, size_t count)
{
	int step = 0;

	for (size_t i = 1; i < count; i++) {
		int months = months_between(&periods[listed[i - 1]], &periods[listed[i]]);

		if (months <= 0)
			return 0;
		if (step == 0 || months < step)
			step = months;
	}
	for (size_t i = 1; i < count; i++)
		if (months_between(&periods[listed[i - 1]], &periods[listed[i]]) % step != 0)
			return 0;
	return step;
}

static struct date later(struct date date, int months)
{
	bool at_end = date.day == date_days_in_month(date.year, date.month);
	int month = date.month - 1 + months, days;

	date.year += month / MONTHS;
	date.month = month % MONTHS + 1;
	days = date_days_in_month(date.year, date.month);
	if (at_end || date.day > days)
		date.day = days;
	return date;
}

static long days_between(const struct period *a, const struct period *b)
{
	return date_serial(b->last) - date_serial(a->last);
}

/* Days one after the other, such as every week, may follow at the shortest distance of them all. */
static bool is_after_gap(const struct period *periods, const int *listed, size_t count, size_t at)
{
	const struct period *before, *period = &periods[listed[at]];

	if (at == 0 || period->form == PERIOD_TEXT)
		return false;
	before = &periods[listed[at - 1]];
	if (period->form != PERIOD_DAY || before->form != PERIOD_DAY)
		return !period_follows(before, period);
	for (size_t i = 1; i < count; i++)
		if (days_between(&periods[listed[i - 1]], &periods[listed[i]]) <
		    days_between(before, period))
			return true;
	return false;
}

/* A period so many months after another. */
static struct period_step left_out(const struct period *before, int months)
{
	struct period_step step = { .period = *before, .number = -1 };

	step.period.first = later(before->first, months);
	step.period.last = later(before->last, months);
	return step;
}

size_t period_steps(struct arena *arena, const struct dataset *dataset, const int *listed,
		    size_t count, size_t most, struct period_step **steps)
{
	const struct period *periods = dataset->periods;
	int step = regular_step(periods, listed, count);
	size_t all = count, used = 0;

	if (count > 1 && step > 0)
		all = 1 +
		      (size_t)(months_between(&periods[listed[0]], &periods[listed[count - 1]]) /
			       step);
	if (all > most) {
		all = count;
		step = 0;
	}
	*steps = arena_array(arena, all, sizeof(**steps));
	for (size_t i = 0; i < count; i++) {
		const struct period *before = i > 0 ? &periods[listed[i - 1]] : NULL;
		int months = before == NULL || step == 0
				     ? 0
				     : months_between(before, &periods[listed[i]]);

		for (int gap = step; gap < months; gap += step)
			(*steps)[used++] = left_out(before, gap);
		(*steps)[used++] = (struct period_step){
			.period = periods[listed[i]],
			.number = listed[i],
			.after_gap = step == 0 && is_after_gap(periods, listed, count, i),
		};
	}
	return used;
}
