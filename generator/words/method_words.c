#include "words/method_words.h"

#include <string.h>

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
