// An embedded database that breaks down inside itself under the service: who asks is told that it is away, and the process
// ends with words, so that what watches over it starts it again.
