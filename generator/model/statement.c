#include "model/statement.h"

#include <string.h>

#include "base/text_list.h"

static const char *const kind_names[BODY_KIND_COUNT] = {
	"", "icb", "acute", "mental-health", "community", "ambulance",
};
static const char *const form_names[FORM_COUNT] = { "", "icb", "nhs-trust", "foundation-trust" };
static const char *const requirement_names[REQUIREMENT_COUNT] = {
	"not-applicable",
	"recommended",
	"linked",
	"required",
};

/* The position of a name; count when it is not among the names. */
static size_t find_name(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return count;
}

const char *body_kind_name(enum body_kind kind)
{
	return kind_names[kind];
}

enum body_kind body_kind_find(const char *name)
{
	size_t found = find_name(kind_names, BODY_KIND_COUNT, name);

	return found == BODY_KIND_COUNT ? BODY_UNKNOWN : (enum body_kind)found;
}

const char *body_form_name(enum body_form form)
{
	return form_names[form];
}

enum body_form body_form_find(const char *name)
{
	size_t found = find_name(form_names, FORM_COUNT, name);

	return found == FORM_COUNT ? FORM_UNKNOWN : (enum body_form)found;
}

const char *requirement_name(enum requirement requirement)
{
	return requirement_names[requirement];
}

enum requirement requirement_find(const char *name)
{
	return (enum requirement)find_name(requirement_names, REQUIREMENT_COUNT, name);
}

const struct statement_edition *statement_edition_find(const struct statement_lists *lists,
						       const char *id)
{
	for (size_t i = 0; i < lists->edition_count; i++)
		if (strcmp(lists->editions[i].id, id) == 0)
			return &lists->editions[i];
	return NULL;
}

const struct statement_section *statement_section_find(const struct statement_lists *lists,
						       const char *id)
{
	for (size_t i = 0; i < lists->section_count; i++)
		if (strcmp(lists->sections[i].id, id) == 0)
			return &lists->sections[i];
	return NULL;
}

const struct statement_expectation *statement_expectation_find(const struct statement_lists *lists,
							       const char *edition, const char *id)
{
	for (size_t i = 0; i < lists->expectation_count; i++)
		if (strcmp(lists->expectations[i].edition, edition) == 0 &&
		    strcmp(lists->expectations[i].id, id) == 0)
			return &lists->expectations[i];
	return NULL;
}

const struct framework_area *framework_area_find(const struct statement_lists *lists,
						 const char *framework, const char *area)
{
	for (size_t i = 0; i < lists->area_count; i++)
		if (strcmp(lists->areas[i].framework, framework) == 0 &&
		    strcmp(lists->areas[i].id, area) == 0)
			return &lists->areas[i];
	return NULL;
}

bool statement_asks(const struct statement_demand *demand, const struct indicator *indicator)
{
	return list_has(indicator->reporters, ";", body_kind_name(demand->kind));
}

bool statement_asks_any(const struct statement_demand *demand)
{
	for (size_t i = 0; i < demand->indicators->count; i++)
		if (statement_asks(demand, &demand->indicators->items[i]))
			return true;
	return false;
}

enum requirement statement_requirement(const struct statement_section *section, enum body_kind kind)
{
	return kind == BODY_ICB ? section->icb : section->trust;
}

bool statement_edition_covers(const struct statement_edition *edition, struct date from,
			      struct date to)
{
	return (edition->from.year == 0 || date_compare(edition->from, from) <= 0) &&
	       (edition->to.year == 0 || date_compare(to, edition->to) <= 0);
}
