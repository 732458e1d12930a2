#ifndef METES_LOADED_LIBRARY_H
#define METES_LOADED_LIBRARY_H

#include <dlfcn.h>
#include <stdbool.h>

#define METES_MEMBER(name) __typeof__(name) *_Nonnull name;
#define METES_FIND(name)                                                                                               \
    {                                                                                                                  \
        void *found = dlsym(library, #name);                                                                           \
        if (!found) return false;                                                                                      \
        functions->name = (__typeof__(name) *)found;                                                                   \
    }

// A struct of functions of a library, and what fills it in from a library of that name; without a name from the program and what
// it is linked with. That answers false where there is no such library, or it lacks one of the functions.
//
// `list` is a macro that takes another one for each function, by whose name and type the library's header declares it.
#define METES_LOADED_LIBRARY(Functions, list)                                                                          \
    struct Functions {                                                                                                 \
        list(METES_MEMBER)                                                                                             \
    };                                                                                                                 \
    static inline bool Functions##Load(struct Functions *_Nonnull functions, const char *_Nullable name) {             \
        void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);                                                          \
        if (!library) return false;                                                                                    \
        list(METES_FIND) return true;                                                                                  \
    }

#endif
