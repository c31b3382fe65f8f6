// A platform takes the machine for itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
