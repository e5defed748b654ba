/*
 * plan.c - what a body of a kind reports, and from which files.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/reference_read.h"
#include "data/statement_read.h"
#include "data/table.h"
#include "init/init.h"

enum { KIND, BODY, REPORTER, EDITION, ONLY, NEED, PLUS, PEOPLE, SPEC, COLUMNS };

static const char *const columns[COLUMNS] = {
	"kind", "body", "reporter", "edition", "only", "need", "plus", "people", "spec",
};

static void usage(struct init_plan *plan, const char *what, const char *hint)
{
	diag_add(plan->diags, DIAG_USAGE, (struct location){ 0 }, what, hint);
}

/* The row of kinds.csv; -1 after a diagnostic. */
static int find_kind(struct init_plan *plan, const struct table *kinds)
{
	const char **names = arena_array(plan->arena, kinds->row_count + 1, sizeof(*names));

	for (size_t row = 0; row < kinds->row_count; row++) {
		names[row] = table_cell(kinds, row, KIND);
		if (strcmp(names[row], plan->kind) == 0)
			return (int)row;
	}
	usage(plan, arena_printf(plan->arena, "no templates for %s", plan->kind),
	      suggest_hint(plan->arena, plan->kind, names, kinds->row_count));
	return -1;
}

/* -- the body --------------------------------------------------------------------------------- */

static const char *bodies_hint(struct init_plan *plan, const char *code)
{
	const struct reference *reference = plan->reference;
	const char **codes =
		arena_array(plan->arena, reference->organisation_count + 1, sizeof(*codes));
	size_t count = 0;

	for (size_t i = 0; i < reference->organisation_count; i++)
		if (strcmp(reference->organisations[i].kind, plan->reporter) == 0)
			codes[count++] = reference->organisations[i].code;
	return suggest_hint(plan->arena, code, codes, count);
}

/* An appendix can be of any body; of some bodies nobody knows the kind. */
static bool is_of_kind(const struct init_plan *plan)
{
	return strcmp(plan->kind, plan->reporter) != 0 || plan->body->kind[0] == '\0' ||
	       strcmp(plan->body->kind, plan->reporter) == 0;
}

static bool find_body(struct init_plan *plan, const char *code)
{
	plan->body = known_organisation_find(plan->reference, code);
	if (plan->body == NULL)
		usage(plan, arena_printf(plan->arena, "no body has the code %s", code),
		      arena_printf(plan->arena,
				   "%s; a body that the list lacks is added to "
				   "inputs/reference/organisations.csv",
				   bodies_hint(plan, code)));
	else if (!is_of_kind(plan))
		usage(plan,
		      arena_printf(plan->arena, "%s, %s, is of the kind %s, not %s",
				   plan->body->code, plan->body->name, plan->body->kind,
				   plan->reporter),
		      bodies_hint(plan, code));
	else
		return true;
	return false;
}

static bool find_edition(struct init_plan *plan, const char *share, const char *id)
{
	const struct statement_lists *lists = statement_read(
		plan->arena, path_join(plan->arena, share, "inputs/catalogue"), plan->diags);
	struct date last;

	if (lists == NULL)
		return false;
	plan->edition = statement_edition_find(lists, id);
	if (plan->edition == NULL) {
		usage(plan, arena_printf(plan->arena, "no edition %s of the statement", id), NULL);
		return false;
	}
	last = plan->edition->to;
	plan->year = last.year != 0 ? last.year - 1 : plan->edition->from.year;
	return true;
}

/* -- indicators ------------------------------------------------------------------------------- */

static bool read_set(struct init_plan *plan, const char *share, const char *path, const char *set,
		     struct indicators *indicators)
{
	const struct catalogue_file file = {
		.path = path,
		.set = set,
		.folder = path_join(plan->arena, share, "inputs/catalogue"),
	};

	return catalogue_read(plan->arena, &file, indicators, plan->diags);
}

/* Of a set of the program, those that are listed; without a list those that the kind of body reports. */
static bool add_set(struct init_plan *plan, const char *share, const char *set, const char *only)
{
	struct indicators all = { 0 };
	const char *name = arena_printf(plan->arena, "inputs/catalogue/%s.csv", set);

	if (!read_set(plan, share, path_join(plan->arena, share, name), set, &all))
		return false;
	for (size_t i = 0; i < all.count; i++)
		if (only[0] != '\0' ? list_has(only, " ", all.items[i].id)
				    : list_has(all.items[i].reporters, ";", plan->reporter))
			*indicators_add(plan->arena, &plan->indicators) = all.items[i];
	return true;
}

static bool find_indicators(struct init_plan *plan, const char *share, const char *only,
			    const char *need)
{
	if (!add_set(plan, share, plan->edition->set, only))
		return false;
	plan->listed = plan->indicators.count;
	if (need[0] != '\0' && !add_set(plan, share, "population-and-need", need))
		return false;
	plan->needed = plan->indicators.count - plan->listed;
	return plan->plus[0] == '\0' ||
	       read_set(plan, share, path_join(plan->arena, plan->folder, plan->plus), "plus.csv",
			&plan->indicators);
}

/* -- files and domains ------------------------------------------------------------------------ */

/* "Waiting list minimum data set" -> "waiting-list-minimum-data-set" */
static const char *slug(struct arena *arena, const char *text)
{
	char *out = arena_strdup(arena, text);
	size_t length = 0;

	for (const char *at = text; *at != '\0'; at++) {
		if (isalnum((unsigned char)*at))
			out[length++] = (char)tolower((unsigned char)*at);
		else if (length > 0 && out[length - 1] != '-')
			out[length++] = '-';
	}
	while (length > 0 && out[length - 1] == '-')
		length--;
	out[length] = '\0';
	return out;
}

/* The first of several places: "Secondary Uses Service; populations by age". */
static const char *place_of(struct arena *arena, const struct indicator *indicator)
{
	const char *place = indicator->usual_source;

	return place[0] == '\0' ? "Local data" : arena_strndup(arena, place, strcspn(place, ";"));
}

static const char *rule_of(const struct indicator *indicator)
{
	return indicator->rule[0] == '\0' ? "LOCAL-5" : indicator->rule;
}

static struct init_source *source_of(struct init_plan *plan, const struct indicator *indicator)
{
	const char *title = place_of(plan->arena, indicator), *rule = rule_of(indicator);
	const char *id = slug(plan->arena, title);
	struct init_source *source = plan->sources;

	for (size_t i = 0; i < plan->source_count; i++, source++)
		if (strcmp(source->title, title) == 0) {
			if (strcmp(source->rule, rule) == 0)
				return source;
			/* One place, two rules: two files. */
			id = arena_printf(plan->arena, "%s-%s", slug(plan->arena, title),
					  slug(plan->arena, rule));
		}
	plan->sources = arena_grow(plan->arena, plan->sources, plan->source_count,
				   &plan->source_capacity, sizeof(*plan->sources));
	source = &plan->sources[plan->source_count++];
	*source = (struct init_source){
		.id = id,
		.title = title,
		.rule = rule,
		.file = arena_printf(plan->arena, "data/%s.csv", id),
	};
	return source;
}

static struct init_domain *domain_of(struct init_plan *plan, const struct indicator *indicator)
{
	const char *name = indicator->domain[0] == '\0' ? "Indicators" : indicator->domain;
	struct init_domain *domain = plan->domains;

	for (size_t i = 0; i < plan->domain_count; i++, domain++)
		if (strcmp(domain->name, name) == 0)
			return domain;
	plan->domains = arena_grow(plan->arena, plan->domains, plan->domain_count,
				   &plan->domain_capacity, sizeof(*plan->domains));
	domain = &plan->domains[plan->domain_count++];
	*domain = (struct init_domain){ .name = name, .id = slug(plan->arena, name) };
	return domain;
}

static void add_to_source(struct init_plan *plan, const struct indicator *indicator)
{
	struct init_source *source = source_of(plan, indicator);

	source->indicators = arena_grow(plan->arena, source->indicators, source->count,
					&source->capacity, sizeof(*source->indicators));
	source->indicators[source->count++] = indicator;
	source->by_age = source->by_age || init_is_by_age(indicator);
	source->with_values = source->with_values || strcmp(indicator->method, "given") == 0;
}

static void add_to_domain(struct init_plan *plan, const struct indicator *indicator)
{
	struct init_domain *domain = domain_of(plan, indicator);

	domain->indicators = arena_grow(plan->arena, domain->indicators, domain->count,
					&domain->capacity, sizeof(*domain->indicators));
	domain->indicators[domain->count++] = indicator;
}

/* Who the people are has a section of its own. */
static void sort_out(struct init_plan *plan)
{
	for (size_t i = 0; i < plan->indicators.count; i++) {
		add_to_source(plan, &plan->indicators.items[i]);
		if (i < plan->listed || i >= plan->listed + plan->needed)
			add_to_domain(plan, &plan->indicators.items[i]);
	}
}

struct init_plan *init_plan_new(struct arena *arena, const char *share, const char *kind,
				const char *body, struct diag_list *diags)
{
	struct init_plan *plan = arena_alloc(arena, sizeof(*plan));
	const struct table *kinds;
	int row;

	plan->arena = arena;
	plan->diags = diags;
	plan->kind = kind;
	plan->folder = path_join(arena, share, "inputs/templates");
	kinds = table_read(arena, path_join(arena, plan->folder, "kinds.csv"),
			   (struct location){ 0 }, columns, COLUMNS, COLUMNS, diags);
	if (kinds == NULL || (row = find_kind(plan, kinds)) < 0)
		return NULL;
	plan->reporter = table_cell(kinds, (size_t)row, REPORTER);
	plan->plus = table_cell(kinds, (size_t)row, PLUS);
	plan->spec = table_cell(kinds, (size_t)row, SPEC);
	number_parse(table_cell(kinds, (size_t)row, PEOPLE),
		     strlen(table_cell(kinds, (size_t)row, PEOPLE)), &plan->people);
	plan->reference = reference_read(arena, path_join(arena, share, "inputs/reference"), diags);
	if (plan->reference == NULL ||
	    !find_body(plan, body == NULL ? table_cell(kinds, (size_t)row, BODY) : body) ||
	    !find_edition(plan, share, table_cell(kinds, (size_t)row, EDITION)) ||
	    !find_indicators(plan, share, table_cell(kinds, (size_t)row, ONLY),
			     table_cell(kinds, (size_t)row, NEED)))
		return NULL;
	sort_out(plan);
	return plan;
}
