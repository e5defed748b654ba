/*
 * trials.h - how many random trials a test makes: all of them, but under the address sanitizer one of eight. There each
 * takes several times as long, and what it finds is found on the paths that the first ones take.
 */
#ifndef GRADIENT_TESTS_TRIALS_H
#define GRADIENT_TESTS_TRIALS_H

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define TRIALS_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(TRIALS_SANITIZED)
enum { TRIALS_ONE_OF = 8 };
#else
enum { TRIALS_ONE_OF = 1 };
#endif

/* Of a number that is known when it is compiled. At least one. */
#define TRIALS(count) (((count) + TRIALS_ONE_OF - 1) / TRIALS_ONE_OF)

#endif
