/*
 * words.c - what @words@ of a template stand for, and which conditions hold.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/text_list.h"
#include "init/init.h"

static const char *lower_case(struct arena *arena, const char *text)
{
	char *lower = arena_strdup(arena, text);

	for (char *at = lower; *at != '\0'; at++)
		*at = (char)tolower((unsigned char)*at);
	return lower;
}

/* Ids of indicators from first to last, with something between. */
static const char *ids_of(const struct init_plan *plan, size_t first, size_t last,
			  const char *between)
{
	const char *ids = "";

	for (size_t i = first; i < last; i++)
		ids = arena_printf(plan->arena, "%s%s%s", ids, i == first ? "" : between,
				   plan->indicators.items[i].id);
	return ids;
}

static const char *body_word(const struct init_plan *plan, const char *name)
{
	const struct known_organisation *body = plan->body;

	if (strcmp(name, "code") == 0)
		return body->code;
	if (strcmp(name, "name") == 0)
		return body->name;
	if (strcmp(name, "short-name") == 0)
		return body->short_name[0] == '\0' ? body->name : body->short_name;
	if (strcmp(name, "kind") == 0)
		return plan->reporter;
	if (strcmp(name, "form") == 0)
		return body->form;
	if (strcmp(name, "noun") == 0)
		return strcmp(plan->reporter, "icb") == 0 ? "board" : "trust";
	return NULL;
}

static const char *plan_word(const struct init_plan *plan, const char *name)
{
	struct arena *arena = plan->arena;
	int year = plan->year;

	if (strcmp(name, "edition") == 0)
		return plan->edition->id;
	if (strcmp(name, "issuing-body") == 0)
		return plan->edition->issuing_body;
	if (strcmp(name, "set") == 0)
		return plan->edition->set;
	if (strcmp(name, "ids") == 0)
		return ids_of(plan, 0, plan->listed, " ");
	if (strcmp(name, "need-ids") == 0)
		return ids_of(plan, plan->listed, plan->listed + plan->needed, " ");
	if (strcmp(name, "first-id") == 0)
		return plan->indicators.items[0].id;
	if (strcmp(name, "spec") == 0)
		return plan->spec;
	if (strcmp(name, "year") == 0)
		return arena_printf(arena, "%d/%02d", year, (year + 1) % 100);
	if (strcmp(name, "from") == 0)
		return arena_printf(arena, "%d-04-01", year);
	if (strcmp(name, "to") == 0)
		return arena_printf(arena, "%d-03-31", year + 1);
	if (strcmp(name, "years") == 0)
		return arena_printf(arena, "April %d to March %d", year, year + 1);
	if (strcmp(name, "retrieved") == 0)
		return arena_printf(arena, "%d-05-19", year + 1);
	if (strcmp(name, "published") == 0)
		return arena_printf(arena, "%d-07-31", year + 1);
	return NULL;
}

static const char *source_word(const struct init_source *source, const char *name)
{
	if (source == NULL)
		return NULL;
	if (strcmp(name, "source-id") == 0)
		return source->id;
	if (strcmp(name, "source-title") == 0)
		return source->title;
	if (strcmp(name, "source-file") == 0)
		return source->file;
	return strcmp(name, "rule") == 0 ? source->rule : NULL;
}

static const char *indicator_word(const struct init_filling *filling, const char *name)
{
	if (filling->domain != NULL && strcmp(name, "domain") == 0)
		return filling->domain->name;
	if (filling->domain != NULL && strcmp(name, "domain-id") == 0)
		return filling->domain->id;
	if (filling->indicator == NULL)
		return NULL;
	if (strcmp(name, "id") == 0)
		return filling->indicator->id;
	if (strcmp(name, "id-lower") == 0)
		return lower_case(filling->plan->arena, filling->indicator->id);
	return strcmp(name, "title") == 0 ? init_short_name(filling->indicator) : NULL;
}

const char *init_word(const struct init_filling *filling, const char *name)
{
	const char *text = body_word(filling->plan, name);

	if (text == NULL)
		text = plan_word(filling->plan, name);
	if (text == NULL)
		text = source_word(filling->source, name);
	return text == NULL ? indicator_word(filling, name) : text;
}

/* -- conditions ------------------------------------------------------------------------------- */

static bool is_compared(const struct indicator *indicator)
{
	static const char *const without[] = { "count", "ratio", "share-gap" };

	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		if (strcmp(indicator->method, without[i]) == 0)
			return false;
	return true;
}

bool init_holds(const struct init_filling *filling, const char *condition)
{
	const struct init_plan *plan = filling->plan;
	const struct indicator *indicator = filling->indicator;

	if (strncmp(condition, "not ", 4) == 0)
		return !init_holds(filling, condition + 4);
	if (strcmp(condition, plan->kind) == 0)
		return true;
	if (strcmp(condition, "listed") == 0)
		return plan->listed > 0;
	if (strcmp(condition, "plus") == 0)
		return plan->plus[0] != '\0';
	if (strcmp(condition, "by-age") == 0)
		return filling->source != NULL && filling->source->by_age;
	if (strcmp(condition, "values") == 0)
		return filling->source != NULL && filling->source->with_values;
	if (indicator == NULL)
		return false;
	if (strcmp(condition, "compared") == 0)
		return is_compared(indicator);
	if (strcmp(condition, "broken-down") == 0)
		return indicator->breakdowns[0] != '\0';
	return list_has(indicator->breakdowns, ";", condition);
}
