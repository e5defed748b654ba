#include "model/dataset.h"

#include <string.h>
#include <strings.h>

#include "model/code_list.h"

static int compare_numbers(int a, int b)
{
	return (a > b) - (a < b);
}

int cell_key_compare(const struct cell_key *a, const struct cell_key *b)
{
	/* The first that differs decides; most differ early. */
	if (a->indicator != b->indicator)
		return compare_numbers(a->indicator, b->indicator);
	if (a->period != b->period)
		return compare_numbers(a->period, b->period);
	if (a->organisation != b->organisation)
		return compare_numbers(a->organisation, b->organisation);
	if (a->classification != b->classification)
		return compare_numbers(a->classification, b->classification);
	if (a->group != b->group)
		return compare_numbers(a->group, b->group);
	return compare_numbers(a->sex, b->sex);
}

static int compare_repeats(const struct repeats *a, const struct repeats *b)
{
	if (a == NULL || b == NULL)
		return (a == NULL) - (b == NULL);
	return (a->events > b->events) - (a->events < b->events);
}

double observation_people(const struct observation *observation)
{
	double people = 0;

	if (observation->repeats == NULL)
		return -1;
	for (const struct repeats *at = observation->repeats; at != NULL; at = at->next)
		people += at->events > 0 ? at->people : 0;
	return people;
}

int observation_compare(const void *a, const void *b)
{
	const struct observation *left = a, *right = b;
	int order = cell_key_compare(&left->key, &right->key);

	if (order == 0)
		order = compare_numbers(left->age, right->age);
	if (order == 0)
		order = compare_repeats(left->repeats, right->repeats);
	if (order == 0)
		order = compare_numbers(left->source, right->source);
	return order == 0 ? (left->line > right->line) - (left->line < right->line) : order;
}

const struct observation *dataset_find(const struct dataset *dataset, const struct cell_key *key,
				       size_t *count)
{
	size_t low = 0, high = dataset->count, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_key_compare(&dataset->observations[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < dataset->count; end++)
		if (cell_key_compare(&dataset->observations[end].key, key) != 0)
			break;
	*count = end - low;
	return *count == 0 ? NULL : &dataset->observations[low];
}

struct location observation_location(const struct dataset *dataset,
				     const struct observation *observation)
{
	return (struct location){
		.file = dataset->sources[observation->source].file,
		.line = observation->line,
	};
}

int source_find(const struct dataset *dataset, const char *id)
{
	for (size_t i = 0; i < dataset->source_count; i++)
		if (strcmp(dataset->sources[i].id, id) == 0)
			return (int)i;
	return -1;
}

bool period_is_before(const struct period *period, struct date day)
{
	return period->form != PERIOD_TEXT && date_compare(period->last, day) < 0;
}

const struct body_change *body_break(const struct dataset *dataset, int organisation,
				     const struct period *earlier, const struct period *later)
{
	const struct organisation *body = &dataset->organisations[organisation];

	for (size_t i = body->change_count; i-- > 0;) {
		const struct body_change *change = &body->changes[i];

		if (change->history == HISTORY_BROKEN && period_is_before(earlier, change->on) &&
		    later->form != PERIOD_TEXT && !period_is_before(later, change->on))
			return change;
	}
	return NULL;
}

int organisation_find(const struct dataset *dataset, const char *name)
{
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		const struct organisation *organisation = &dataset->organisations[i];

		if (strcasecmp(organisation->code, name) == 0 ||
		    strcasecmp(organisation->name, name) == 0 ||
		    strcasecmp(organisation->short_name, name) == 0 ||
		    (name[0] != '\0' && strcasecmp(organisation->file_name, name) == 0) ||
		    (name[0] != '\0' && code_list_holds(organisation->other_code, name)))
			return (int)i;
	}
	return -1;
}

int period_find(const struct dataset *dataset, const char *code)
{
	struct period wanted = period_parse(code);

	for (size_t i = 0; i < dataset->period_count; i++) {
		const struct period *period = &dataset->periods[i];

		if (strcasecmp(period->code, code) == 0)
			return (int)i;
		if (wanted.form != PERIOD_TEXT && wanted.form == period->form &&
		    date_compare(wanted.first, period->first) == 0 &&
		    date_compare(wanted.last, period->last) == 0)
			return (int)i;
	}
	return -1;
}
