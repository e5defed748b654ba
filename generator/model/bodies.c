#include "model/bodies.h"

#include <string.h>

#include "base/arena.h"
#include "model/code_list.h"

enum { NESTED_MOST = 8 }; /* a list that runs in circles comes to an end */

bool body_is_closed(const struct known_organisation *body, struct date day)
{
	return body->valid_to.year > 0 && (day.year == 0 || date_compare(body->valid_to, day) < 0);
}

static bool has_opened(struct date from, struct date day)
{
	return from.year == 0 || day.year == 0 || date_compare(from, day) <= 0;
}

/* Bodies open before the list knows of them, such as areas that later boards took over, count as well. */
static const struct known_organisation *directly_around(struct arena *arena,
							const struct reference *reference,
							const struct known_organisation *body,
							const char *kind, struct date day)
{
	struct code_list list = code_list_of(body->within);
	const struct known_organisation *found = NULL, *fallback = NULL;
	const char *code;

	while ((code = code_list_next(arena, &list)) != NULL) {
		const struct known_organisation *around = known_organisation_find(reference, code);

		if (around == NULL || strcmp(around->kind, kind) != 0 ||
		    body_is_closed(around, day) || !has_opened(list.from, day))
			continue;
		if (has_opened(around->valid_from, day))
			found = around;
		if (fallback == NULL)
			fallback = around;
	}
	return found != NULL ? found : fallback;
}

static const struct known_organisation *around_within(struct arena *arena,
						      const struct reference *reference,
						      const struct known_organisation *body,
						      const char *kind, struct date day, int depth)
{
	const struct known_organisation *found = directly_around(arena, reference, body, kind, day);
	struct code_list list = code_list_of(body->within);
	const char *code;

	while (found == NULL && depth < NESTED_MOST &&
	       (code = code_list_next(arena, &list)) != NULL) {
		const struct known_organisation *around = known_organisation_find(reference, code);

		if (around != NULL && !body_is_closed(around, day))
			found = around_within(arena, reference, around, kind, day, depth + 1);
	}
	return found;
}

const struct known_organisation *body_around(struct arena *arena, const struct reference *reference,
					     const struct known_organisation *body,
					     const char *kind, struct date day)
{
	return around_within(arena, reference, body, kind, day, 0);
}

bool body_was_divided(const struct known_organisation *body)
{
	return strchr(body->successors, ';') != NULL;
}

const struct known_organisation *body_next_former(const struct reference *reference,
						  const char *code, size_t *at)
{
	while (*at < reference->organisation_count) {
		const struct known_organisation *body = &reference->organisations[(*at)++];

		if (code_list_holds(body->successors, code))
			return body;
	}
	return NULL;
}

struct date body_day_after(const struct known_organisation *body)
{
	struct date day = body->valid_to;

	if (day.year == 0)
		return day;
	if (++day.day > date_days_in_month(day.year, day.month)) {
		day.day = 1;
		day.month++;
	}
	if (day.month > 12) {
		day.month = 1;
		day.year++;
	}
	return day;
}

const char *body_successors(struct arena *arena, const struct reference *reference,
			    const struct known_organisation *body)
{
	struct code_list list = code_list_of(body->successors);
	const char *names = NULL, *code;

	while ((code = code_list_next(arena, &list)) != NULL) {
		const struct known_organisation *next = known_organisation_find(reference, code);

		names = arena_printf(arena, "%s%s%s (%s)", names == NULL ? "" : names,
				     names == NULL ? "" : ", ", code,
				     next == NULL ? "" : next->short_name);
	}
	return names;
}
