#include "words/method_words.h"

#include <string.h>

#include "base/arena.h"
#include "indicator/measure_method.h"

struct method_words method_words(const struct method *method)
{
	static const struct {
		const char *name;
		struct method_words words;
	} all[] = {
#define METHOD(symbol, name, summary)                                                              \
	{ name,                                                                                    \
	  { STRING_METHOD_##symbol, STRING_METHOD_HOW_##symbol,                                    \
	    STRING_METHOD_FORMULA_##symbol } },
#include "model/methods.def"
#undef METHOD
	};
	size_t at = 0;

	while (strcmp(all[at].name, method->name) != 0)
		at++;
	return all[at].words;
}

struct method_words measure_words(enum measure measure)
{
#define WORDS(symbol)                                                                              \
	{                                                                                          \
		STRING_MEASURE_##symbol, STRING_HOW_##symbol, STRING_FORMULA_##symbol              \
	}
#define WORDS_GROUP(symbol)                                                                        \
	{                                                                                          \
		STRING_COUNT, STRING_COUNT, STRING_COUNT                                           \
	}
#define WORDS_PAIR(symbol) WORDS(symbol)
#define WORDS_DIMENSION(symbol) WORDS(symbol)
#define WORDS_SERIES(symbol) WORDS(symbol)
	static const struct method_words all[] = {
#define MEASURE(symbol, name, scope, unit, parameters, summary)                                    \
	[MEASURE_##symbol] = WORDS_##scope(symbol),
#include "model/measures.def"
#undef MEASURE
	};

	return measure == MEASURE_SHARE ? (struct method_words)WORDS(SHARE) : all[measure];
}

static const char *recipe(const struct words *words, struct method_words method, const char *source)
{
	const char *formula = strings_text(words->strings, method.formula);

	/* What is taken as it is has no formula. */
	if (formula[0] == '\0')
		formula = strings_text(words->strings, method.how);
	return source[0] == '\0' ? formula : arena_printf(words->arena, "%s (%s)", formula, source);
}

const char *method_recipe(const struct words *words, const struct indicator *indicator,
			  const struct value *value)
{
	const struct method *method = method_find(
		value->origin == VALUE_GIVEN && value_is_shown(value) ? "given"
								      : indicator->method);

	return recipe(words, method_words(method), method->source);
}

const char *measure_recipe(const struct words *words, const struct breakdown_result *figure)
{
	enum measure measure = figure->choice.measure;

	/* The value of a group at another confidence. */
	if (measure_method(measure) == NULL)
		return method_recipe(
			words, &words->results->dataset->indicators->items[figure->key.indicator],
			&figure->value);
	return recipe(words, measure_words(measure), measure_method(measure)->source);
}
