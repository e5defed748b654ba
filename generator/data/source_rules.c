#include "data/source_rules.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/suggest.h"

enum { INDICATORS_NAMED_MOST = 3 };

struct checker {
	struct arena *arena;
	const struct dataset *dataset;
	const struct reference *reference;
	struct diag_list *diags;
};

/* Which indicators the rows of a source are of; where no row could be read, those that name it. */
static bool *given_indicators(const struct checker *checker, int number)
{
	const struct dataset *dataset = checker->dataset;
	const struct indicators *indicators = dataset->indicators;
	bool *given = arena_array(checker->arena, indicators->count + 1, sizeof(*given));
	bool any = false;

	for (size_t i = 0; i < dataset->count; i++)
		if (dataset->observations[i].source == number)
			any = given[dataset->observations[i].key.indicator] = true;
	for (size_t i = 0; i < indicators->count && !any; i++)
		given[i] = strcmp(indicators->items[i].source, dataset->sources[number].id) == 0;
	return given;
}

/* "UE01, UE02, UE03 and 4 more": those of a source for which the catalogue names the rule. */
static const char *who_names(const struct checker *checker, const bool *given, const char *rule)
{
	const struct indicators *indicators = checker->dataset->indicators;
	const char *names = "";
	size_t count = 0;

	for (size_t i = 0; i < indicators->count; i++) {
		const char *named = indicators->items[i].rule;

		if (!given[i] || named == NULL || strcmp(named, rule) != 0)
			continue;
		if (count < INDICATORS_NAMED_MOST)
			names = arena_printf(checker->arena, "%s%s%s", names,
					     count == 0 ? "" : ", ", indicators->items[i].id);
		count++;
	}
	return count <= INDICATORS_NAMED_MOST ? names
					      : arena_printf(checker->arena, "%s and %zu more",
							     names, count - INDICATORS_NAMED_MOST);
}

/* What the catalogue names for the indicators of the source, with what it means; else all rules there are. */
static const char *rule_hint(const struct checker *checker, int number)
{
	const struct reference *reference = checker->reference;
	const bool *given = given_indicators(checker, number);
	const char *join = "write rule=\"...\"; the catalogue names ";
	struct buffer hint;
	bool named;

	buffer_init(&hint);
	for (size_t i = 0; i < reference->rule_count; i++) {
		const struct disclosure_rule *rule = &reference->rules[i];
		const char *names = who_names(checker, given, rule->id);

		if (names[0] == '\0')
			continue;
		buffer_printf(&hint, "%s%s for %s (%s)", join, rule->id, names,
			      disclosure_rule_meaning(rule));
		join = ", ";
	}
	named = hint.length > 0;
	buffer_add_text(&hint, named ? "; for data of another kind there are "
				     : "write rule=\"...\", the rule that the data are under: ");
	for (size_t i = 0; i < reference->rule_count; i++) {
		buffer_printf(&hint, "%s%s", i == 0 ? "" : ", ", reference->rules[i].id);
		if (!named)
			buffer_printf(&hint, " (%s)", reference->rules[i].applies_to);
	}
	return buffer_finish(&hint, checker->arena);
}

static void unknown_rule(const struct checker *checker, const struct data_source *source)
{
	const struct reference *reference = checker->reference;

	diag_add(checker->diags, DIAG_RULE_UNKNOWN, source->at,
		 arena_printf(checker->arena, "rule=\"%s\"", source->rule),
		 suggest_member(checker->arena, source->rule, reference->rules,
				reference->rule_count, sizeof(*reference->rules),
				offsetof(struct disclosure_rule, id)));
}

/* A body that nobody knows is no country. */
static bool is_national(const struct checker *checker, const struct observation *row)
{
	const struct known_organisation *known =
		checker->dataset->organisations[row->key.organisation].known;

	return known != NULL && known->kind != NULL && strcmp(known->kind, "national") == 0;
}

/* A rule that is for other bodies than those that the rows of its source are of. */
static void check_level(const struct checker *checker, int number,
			const struct disclosure_rule *rule)
{
	const struct dataset *dataset = checker->dataset;
	const struct data_source *source = &dataset->sources[number];
	const struct observation *below = NULL;
	size_t national = 0;

	for (size_t i = 0; i < dataset->count && rule->level[0] != '\0'; i++) {
		const struct observation *row = &dataset->observations[i];

		if (row->source != number)
			continue;
		if (is_national(checker, row))
			national++;
		else if (below == NULL)
			below = row;
	}
	if (strcmp(rule->level, "national") == 0 && below != NULL)
		diag_addf(checker->diags, DIAG_RULE_NATIONAL, observation_location(dataset, below),
			  "rule=\"%s\" of %s, a row of %s", rule->id, source->id,
			  dataset->organisations[below->key.organisation].code);
	else if (strcmp(rule->level, "below-national") == 0 && national > 0 && below == NULL)
		diag_addf(checker->diags, DIAG_RULE_LOCAL, source->at, "rule=\"%s\" of %s",
			  rule->id, source->id);
}

void source_rules_check(struct arena *arena, const struct dataset *dataset,
			const struct reference *reference, struct diag_list *diags)
{
	const struct checker checker = { arena, dataset, reference, diags };

	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct data_source *source = &dataset->sources[i];
		const struct disclosure_rule *rule = disclosure_rule_find(reference, source->rule);

		if (source->rule[0] == '\0')
			diag_add(diags, DIAG_RULE_MISSING, source->at, source->id,
				 rule_hint(&checker, (int)i));
		else if (rule == NULL)
			unknown_rule(&checker, source);
		else
			check_level(&checker, (int)i, rule);
	}
}
