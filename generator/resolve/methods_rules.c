/*
 * methods_rules.c - what the account says of comparisons, of what is hidden or marked, of intervals and
 * rounding.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/disclosure.h"
#include "model/disclosure_effect.h"
#include "resolve/methods_parts.h"

static void say(struct account *account, struct node *list, enum string_id id)
{
	account_paragraph(account, list, NODE_ITEM, word_of(account->resolver, id));
}

static struct node *new_list(struct account *account, struct node *parent)
{
	return node_new(account->resolver->arena, NODE_LIST, parent->at);
}

/* Puts a list under a heading, if there is anything in it. */
static void add_list(struct account *account, struct node *parent, enum string_id heading,
		     struct node *list)
{
	if (list->first != NULL)
		node_append(account_section(account, parent, heading), list);
}

void account_comparisons(struct account *account, struct node *parent)
{
	unsigned compared = account->resolver->compared;
	struct node *list = new_list(account, parent);

	if (compared & COMPARED_PAIR)
		say(account, list, STRING_METHODS_ENDS);
	if (compared & COMPARED_TOTAL)
		say(account, list, STRING_METHODS_TOTAL);
	if (compared & COMPARED_OVER_GROUPS)
		say(account, list, STRING_METHODS_OVER_GROUPS);
	if (compared & COMPARED_GAPS_OVER_TIME)
		say(account, list, STRING_METHODS_GAPS);
	if (list->first != NULL)
		say(account, list, STRING_METHODS_NOT_COMPARED);
	add_list(account, parent, STRING_METHODS_COMPARISONS, list);
}

/* -- small numbers ------------------------------------------------------------------------------ */

/* Titles of the sources that a rule is applied to; two files of one publication are named once. */
static const char *sources_of(const struct account *account, const struct disclosure_rule *rule)
{
	const struct resolver *resolver = account->resolver;
	const struct data_source *sources = resolver->dataset->sources;
	const char *titles = "";

	for (size_t i = 0; i < resolver->dataset->source_count; i++) {
		bool said = false;

		if (!account->sources[i] ||
		    disclosure_rule_find(resolver->reference, sources[i].rule) != rule)
			continue;
		for (size_t j = 0; j < i; j++)
			said = said ||
			       (account->sources[j] &&
				strcmp(sources[j].title, sources[i].title) == 0 &&
				disclosure_rule_find(resolver->reference, sources[j].rule) == rule);
		if (!said)
			titles = arena_printf(resolver->arena, "%s%s%s", titles,
					      titles[0] == '\0' ? "" : ", ", sources[i].title);
	}
	return titles;
}

/* What became of the counts and figures of a rule's sources in the data of this report. */
static struct disclosure_effect effect_of(const struct account *account,
					  const struct disclosure_rule *rule)
{
	const struct resolver *resolver = account->resolver;
	struct disclosure_effect sum = { .rule = rule };

	for (size_t i = 0;
	     resolver->results->effects != NULL && i < resolver->dataset->source_count; i++) {
		const struct disclosure_effect *effect;

		if (!account->sources[i] ||
		    disclosure_rule_find(resolver->reference, resolver->dataset->sources[i].rule) !=
			    rule)
			continue;
		effect = &resolver->results->effects[i];
		sum.counts += effect->counts;
		sum.hidden_first += disclosure_effect_hidden(effect);
		sum.changed += effect->changed;
		sum.figures += effect->figures;
		sum.figures_hidden += effect->figures_hidden;
	}
	return sum;
}

/* "34", "1,240" */
static const char *number(const struct account *account, size_t count)
{
	return words_number(&account->resolver->words, (double)count, 0);
}

static const char *share(const struct account *account, size_t part, size_t whole)
{
	return words_number(&account->resolver->words, 100 * (double)part / (double)whole, 1);
}

/*
 * How many counts and figures are hidden, and how many counts are rounded: never how many of them for being
 * small, which would help to tell these from the others.
 */
static const char *effect_words(const struct account *account, const struct disclosure_rule *rule)
{
	const struct words *words = &account->resolver->words;
	const struct disclosure_effect effect = effect_of(account, rule);
	size_t hidden = disclosure_effect_hidden(&effect);
	const struct placeholder counts[] = {
		{ "hidden", number(account, hidden) },
		{ "counts", number(account, effect.counts) },
		{ "share", effect.counts == 0 ? "" : share(account, hidden, effect.counts) },
		{ "changed", number(account, effect.changed) },
		{ 0 },
	};
	const struct placeholder figures[] = {
		{ "hidden", number(account, effect.figures_hidden) },
		{ "figures", number(account, effect.figures) },
		{ "share", effect.figures == 0
				   ? ""
				   : share(account, effect.figures_hidden, effect.figures) },
		{ 0 },
	};
	const char *text;

	if (effect.counts == 0 || (!disclosure_protects(rule) && hidden == 0))
		return "";
	text = words_fill(words,
			  hidden == 0 ? STRING_METHODS_EFFECT_NONE : STRING_METHODS_EFFECT_HIDDEN,
			  counts);
	if (effect.figures_hidden > 0)
		text = arena_printf(account->resolver->arena, "%s %s", text,
				    words_fill(words, STRING_METHODS_EFFECT_FIGURES, figures));
	if (effect.changed > 0)
		text = arena_printf(account->resolver->arena, "%s %s", text,
				    words_fill(words, STRING_METHODS_EFFECT_CHANGED, counts));
	return text;
}

/* What the rule says; and why figures beside rounded counts do not undo it. */
static const char *note_words(const struct resolver *resolver, const struct disclosure_rule *rule)
{
	if (rule->note[0] == '\0')
		return word_of(resolver, STRING_METHODS_RULE_NONE);
	if (!disclosure_rounds(rule) || !rule->rates_from_rounded)
		return rule->note;
	return arena_printf(resolver->arena, "%s %s", rule->note,
			    word_of(resolver, STRING_METHODS_RULE_RATES));
}

static void add_effect(struct entry *entry, const char *effect)
{
	struct resolver *resolver = entry->account->resolver;
	struct node *node = node_new(resolver->arena, NODE_TEXT, entry->cell->at);

	text_add(resolver->arena, &node->text, word_of(resolver, STRING_METHODS_EFFECT))->strong =
		true;
	append_words(resolver, &node->text, " ");
	append_words(resolver, &node->text, effect);
	node_append(entry->cell, node);
}

/* What a rule says, which sources it is for, what it did here, and where it is published. */
static void add_rule(struct entry *entry, const struct disclosure_rule *rule, const char *sources)
{
	struct account *account = entry->account;
	const struct resolver *resolver = account->resolver;
	const struct placeholder parts[] = {
		{ "rule", rule->id },
		{ "sources", sources },
		{ 0 },
	};
	const char *effect = effect_words(account, rule);

	begin_entry(entry, words_fill(&resolver->words, STRING_METHODS_RULE, parts));
	account_paragraph(account, entry->cell, NODE_TEXT,
			  words_fill(&resolver->words, STRING_METHODS_RULE_SOURCES, parts));
	account_paragraph(account, entry->cell, NODE_TEXT, note_words(resolver, rule));
	if (effect[0] != '\0')
		add_effect(entry, effect);
	end_entry(entry, STRING_METHODS_NO_FORMULA,
		  rule->source == NULL || rule->note[0] == '\0' ? "" : rule->source);
}

static void add_rules(struct account *account, struct node *parent)
{
	const struct resolver *resolver = account->resolver;
	struct entry entry = { .account = account };

	for (size_t i = 0; i < resolver->reference->rule_count; i++) {
		const struct disclosure_rule *rule = &resolver->reference->rules[i];
		const char *sources = sources_of(account, rule);

		if (sources[0] == '\0')
			continue;
		if (entry.grid == NULL)
			entry.grid = account_grid(
				account, account_section(account, parent, STRING_METHODS_RULES));
		add_rule(&entry, rule, sources);
	}
}

static bool any_of_state(const struct account *account, enum value_state state)
{
	for (int reason = 0; reason < REASON_COUNT; reason++)
		if (account->states[state][reason])
			return true;
	return false;
}

static void add_reliability(struct account *account, struct node *list)
{
	const struct resolver *resolver = account->resolver;
	const bool *reasons = account->states[VALUE_UNRELIABLE];
	const struct placeholder count[] = {
		{ "n", words_number(&resolver->words, resolver->report->low_count, 0) }, { 0 }
	};
	const struct placeholder people[] = {
		{ "n", words_number(&resolver->words, resolver->report->low_denominator, 0) }, { 0 }
	};

	if (reasons[REASON_FEW_EVENTS])
		account_paragraph(account, list, NODE_ITEM,
				  words_fill(&resolver->words, STRING_METHODS_LOW_COUNT, count));
	if (reasons[REASON_SMALL_DENOMINATOR])
		account_paragraph(
			account, list, NODE_ITEM,
			words_fill(&resolver->words, STRING_METHODS_LOW_DENOMINATOR, people));
	if (reasons[REASON_WIDE_INTERVAL])
		say(account, list, STRING_METHODS_WIDE);
}

/* Reasons that are told elsewhere, or that say nothing beyond the mark. */
static bool is_told(enum value_reason reason)
{
	return reason == REASON_NONE || reason == REASON_NOT_IN_DATA ||
	       reason == REASON_MARKED_IN_DATA || reason == REASON_NOT_OF_TOTAL;
}

/* "[x] not available: a group has no events." */
static void add_reason(struct account *account, struct node *list, enum string_id mark,
		       enum value_reason reason)
{
	const struct resolver *resolver = account->resolver;
	const struct placeholder parts[] = {
		{ "note", word_of(resolver, mark) },
		{ "reason", word_of(resolver, string_of_reason(reason)) },
		{ 0 },
	};

	account_paragraph(
		account, list, NODE_ITEM,
		arena_printf(resolver->arena, "%s.",
			     words_fill(&resolver->words, STRING_NOTE_WITH_REASON, parts)));
}

static void add_reasons(struct account *account, struct node *list)
{
	static const struct {
		enum value_state state;
		enum string_id mark;
	} marks[] = {
		{ VALUE_NOT_AVAILABLE, STRING_NOTE_NOT_AVAILABLE },
		{ VALUE_NOT_APPLICABLE, STRING_NOTE_NOT_APPLICABLE },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		for (int reason = 0; reason < REASON_COUNT; reason++)
			if (account->states[marks[i].state][reason] &&
			    !is_told((enum value_reason)reason))
				add_reason(account, list, marks[i].mark, (enum value_reason)reason);
}

void account_small_numbers(struct account *account, struct node *parent)
{
	struct node *list = new_list(account, parent);

	add_rules(account, parent);
	if (any_of_state(account, VALUE_SUPPRESSED))
		say(account, list, STRING_METHODS_RULE_SECOND);
	add_reliability(account, list);
	add_reasons(account, list);
	add_list(account, parent, STRING_METHODS_SMALL, list);
}

/* -- intervals and rounding --------------------------------------------------------------------- */

void account_certainty(struct account *account, struct node *parent)
{
	const struct words *words = &account->resolver->words;
	struct node *list = new_list(account, parent);
	const struct placeholder parts[] = { { "confidence", words_confidence(words, 0) }, { 0 } };

	if (account->resolver->document->use_count == 0)
		return;
	if (account->has_limits)
		account_paragraph(account, list, NODE_ITEM,
				  words_fill(words, STRING_METHODS_CONFIDENCE, parts));
	if (account->has_limits && words->results->limits_99_8 != NULL)
		say(account, list, STRING_METHODS_MUCH);
	say(account, list, STRING_METHODS_ROUNDING);
	if (account->has_coarse)
		say(account, list, STRING_METHODS_COARSE);
	add_list(account, parent, STRING_METHODS_CERTAINTY, list);
}
