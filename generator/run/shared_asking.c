#include "run/shared_asking.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/dataset_read.h"
#include "run/counting.h"
#include "run/run.h"
#include "run/shared_counts.h"

/* People that are told apart at once: 24 bytes each, with room for twice as many. */
static const size_t member_bytes_most = (size_t)2048 * 1024 * 1024;

/* Texts of a condition: those of one statement, or of several. */
struct texts {
	const char **items;
	size_t count;
};

/* One source, as two statements ask of it. */
struct asking {
	const struct shared_asker *asker;
	struct arena *arena;
	size_t source;
	struct dataset_reading *reading; /* of the first, read for nothing else */
	struct records_question question;
	int condition;      /* that names the body */
	struct texts *sets; /* of each statement */
};

static struct diag_list *nobody(const struct asking *asking)
{
	struct diag_list *list = diag_list_new(asking->arena);

	diag_keep_files(list);
	diag_use_store(list, asking->asker->store);
	return list;
}

/* -- questions --------------------------------------------------------------------------------- */

/* What a statement asks of the source. NULL when its spec has faults, which it will tell itself. */
static struct dataset_reading *ask(const struct asking *asking, const struct run_options *options,
				   struct records_question *question)
{
	struct run run = run_new(asking->arena, nobody(asking), options);
	struct dataset_reading *reading;

	if (!run_read_spec(&run) || !run_read_lists(&run) ||
	    asking->source >= run.report->source_count)
		return NULL;
	reading = dataset_reading_begin(
		asking->arena, run.report, run.indicators, run.reference,
		(struct data_folders){ options->data_folders, options->data_folder_count },
		run.diags);
	return dataset_reading_question(reading, asking->source, question) ? reading : NULL;
}

/* The alternatives of a text, "A|B"; empty ones stand for rows without a text. */
static struct texts alternatives(struct arena *arena, const char *list)
{
	struct texts texts = { 0 };
	size_t capacity = 0;

	while (*list != '\0') {
		size_t length = strcspn(list, "|");

		texts.items = arena_grow(arena, texts.items, texts.count, &capacity,
					 sizeof(*texts.items));
		if (length > 0)
			texts.items[texts.count++] = arena_strndup(arena, list, length);
		list += length + (list[length] == '|');
	}
	return texts;
}

static bool same(const struct texts *texts, const struct count_condition *condition)
{
	if (texts->count != condition->text_count)
		return false;
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], condition->texts[i]) != 0)
			return false;
	return true;
}

static struct texts texts_of(struct arena *arena, const struct shared_statement *statement,
			     const char *parameter)
{
	for (size_t i = 0; i < statement->setting_count; i++)
		if (strcmp(statement->settings[i].name, parameter) == 0)
			return alternatives(arena, statement->settings[i].value);
	return (struct texts){ 0 };
}

/* The parameter whose value the condition has in both statements; NULL when there is none. */
static const char *parameter_of(const struct asking *asking, const struct count_query *other)
{
	const struct shared_asker *asker = asking->asker;
	const struct count_condition *here = &asking->question.query.conditions[asking->condition];
	const struct count_condition *there = &other->conditions[asking->condition];

	for (size_t i = 0; i < asker->statements[0].setting_count; i++) {
		const char *name = asker->statements[0].settings[i].name;
		struct texts one = texts_of(asking->arena, &asker->statements[0], name);
		struct texts two = texts_of(asking->arena, asker->second, name);

		if (same(&one, here) && same(&two, there))
			return name;
	}
	return NULL;
}

/* -- counting ---------------------------------------------------------------------------------- */

enum outcome { COUNTED, NOT_COUNTED, TOO_LARGE };

static bool lacks_room(const struct diag_list *messages)
{
	for (size_t i = 0; i < diag_count(messages); i++)
		if (diag_at(messages, i)->code == DIAG_RECORDS_CELLS)
			return true;
	return diag_errors(messages) == 0;
}

static enum outcome count(const struct asking *asking, struct counted_query *counted)
{
	struct counting counting = *asking->asker->counting;
	const struct count_source counter = counting_source(&counting);
	struct diag_list *messages = nobody(asking);

	counting.records.members = counted->query.split == NULL ? 0 : member_bytes_most;
	if (counter.answer(counter.context, asking->arena, &counted->query, &asking->question.place,
			   &counted->result, messages))
		return COUNTED;
	if (counted->query.split != NULL && lacks_room(messages))
		return TOO_LARGE;
	shared_counts_add_fault(asking->asker->counts, &asking->question.place, messages);
	return NOT_COUNTED;
}

/* The query as a statement asks it that has these texts. */
static struct count_query asked_by(const struct asking *asking, const struct texts *texts)
{
	struct count_query query = asking->question.query;
	struct count_condition *conditions =
		arena_array(asking->arena, query.condition_count + 1, sizeof(*conditions));

	memcpy(conditions, query.conditions, query.condition_count * sizeof(*conditions));
	conditions[asking->condition].texts = texts->items;
	conditions[asking->condition].text_count = texts->count;
	query.conditions = conditions;
	return query;
}

/* What some statements get of an answer; those that get none are left out. */
static size_t answers_of(const struct asking *asking, const struct counted_query *counted,
			 size_t first, size_t end, struct count_result *answers)
{
	size_t count = 0;

	for (size_t i = first; i < end; i++) {
		struct count_query query = asked_by(asking, &asking->sets[i]);

		count += count_split_answer(asking->arena, counted, &query, &answers[count]);
	}
	return count;
}

/* All texts of some statements. */
static struct texts texts_together(const struct asking *asking, size_t first, size_t end)
{
	struct texts all = { 0 };
	size_t capacity = 0;

	for (size_t i = first; i < end; i++)
		for (size_t j = 0; j < asking->sets[i].count; j++) {
			all.items = arena_grow(asking->arena, all.items, all.count, &capacity,
					       sizeof(*all.items));
			all.items[all.count++] = asking->sets[i].items[j];
		}
	return all;
}

/* A second question follows from what the first was answered. */
static enum outcome count_again(const struct asking *asking, const struct counted_query *first,
				const struct count_result *answers, size_t count_of_answers,
				const struct texts *texts)
{
	struct counted_query counted = { .first = first };

	if (!dataset_reading_second_question(asking->reading, asking->source, answers,
					     count_of_answers, &counted.query))
		return COUNTED;
	if (texts != NULL)
		counted.query = count_split_query(asking->arena, &counted.query, asking->condition,
						  texts->items, texts->count);
	if (count(asking, &counted) != COUNTED)
		return NOT_COUNTED;
	shared_counts_add(asking->asker->counts, &asking->question.place, &counted);
	return COUNTED;
}

/* Some statements at once; in two halves where there are too many people to be told apart, or too many cells. */
static bool count_some(const struct asking *asking, size_t first, size_t end)
{
	struct texts texts = texts_together(asking, first, end);
	struct counted_query counted = {
		.query = count_split_query(asking->arena, &asking->question.query,
					   asking->condition, texts.items, texts.count),
	};
	enum outcome outcome = count(asking, &counted);
	const struct counted_query *kept;
	struct count_result *answers;
	size_t middle = first + (end - first) / 2;

	if (outcome == TOO_LARGE && end - first > 1)
		return count_some(asking, first, middle) && count_some(asking, middle, end);
	if (outcome != COUNTED)
		return outcome == NOT_COUNTED;
	kept = shared_counts_add(asking->asker->counts, &asking->question.place, &counted);
	answers = arena_array(asking->arena, end - first, sizeof(*answers));
	count_again(asking, kept, answers, answers_of(asking, kept, first, end, answers), &texts);
	return true;
}

/* -- the whole --------------------------------------------------------------------------------- */

static const char *count_the_same(const struct asking *asking)
{
	struct counted_query counted = { .query = asking->question.query };

	if (count(asking, &counted) != COUNTED)
		return NULL;
	shared_counts_add(asking->asker->counts, &asking->question.place, &counted);
	count_again(asking, NULL, &counted.result, 1, NULL);
	return NULL;
}

static const char *count_bodies(struct asking *asking, const struct count_query *other)
{
	const struct shared_asker *asker = asking->asker;
	const char *parameter;

	if (asking->question.place.path == NULL)
		return "the database is asked for the rows of one body each time";
	asking->condition = count_split_condition(&asking->question.query, other);
	parameter = asking->condition == CONDITION_NONE ? NULL : parameter_of(asking, other);
	if (parameter == NULL)
		return "statements differ in more than one condition on the rows that are taken";
	asking->sets = arena_array(asking->arena, asker->count + 1, sizeof(*asking->sets));
	for (size_t i = 0; i < asker->count; i++)
		asking->sets[i] = texts_of(asking->arena, &asker->statements[i], parameter);
	return count_some(asking, 0, asker->count) ? NULL
						   : "one body alone has too many people or cells";
}

const char *shared_asking_count(const struct shared_asker *asker, size_t source)
{
	struct asking asking = { .asker = asker, .arena = asker->arena, .source = source };
	struct records_question other;

	asking.reading = ask(&asking, asker->options[0], &asking.question);
	if (asking.reading == NULL || ask(&asking, asker->options[1], &other) == NULL)
		return "what it asks for is not known";
	if (!count_places_agree(&asking.question.place, &other.place))
		return "each statement has records of its own";
	if (count_queries_agree(&asking.question.query, &other.query))
		return count_the_same(&asking);
	return count_bodies(&asking, &other.query);
}
