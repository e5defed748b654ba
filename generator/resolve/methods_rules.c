/*
 * methods_rules.c - what the account says of comparisons, of what is hidden or marked, of intervals and
 * rounding.
 */
#include <string.h>

#include "base/arena.h"
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

static void add_rules(struct account *account, struct node *list)
{
	const struct resolver *resolver = account->resolver;

	for (size_t i = 0; i < resolver->reference->rule_count; i++) {
		const struct disclosure_rule *rule = &resolver->reference->rules[i];
		const struct placeholder parts[] = {
			{ "rule", rule->id },
			{ "sources", sources_of(account, rule) },
			{ "note", rule->note },
			{ 0 },
		};

		if (parts[1].text[0] != '\0')
			account_paragraph(account, list, NODE_ITEM,
					  words_fill(&resolver->words,
						     rule->note[0] == '\0'
							     ? STRING_METHODS_RULE_NONE
							     : STRING_METHODS_RULE,
						     parts));
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

	add_rules(account, list);
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
	say(account, list, STRING_METHODS_ROUNDING);
	if (account->has_coarse)
		say(account, list, STRING_METHODS_COARSE);
	add_list(account, parent, STRING_METHODS_CERTAINTY, list);
}
